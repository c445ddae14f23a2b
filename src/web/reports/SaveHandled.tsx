import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { HandlingQuery } from '../../contract/reports.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { dayNow } from '../lib/clock.tsx'
import { codeOf } from '../lib/api.ts'
import { useReportMessages } from './messages.ts'
import { handledQuery } from './queries.ts'
import { useFigureName } from './use-figure-name.ts'

/** Saves the alerts that a figure counts as CSV, a line for each; of no figure all of them. */
export function SaveHandled({ figure }: { figure: HandlingQuery }) {
  const t = useReportMessages()
  const common = useCommon()
  const words = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const nameOf = useFigureName()
  const [error, setError] = useState<unknown>(null)
  async function save() {
    const [{ handledTable }, { asCsv }, { saveFile }, rows] = await Promise.all([
      import('./handled-table.ts'),
      import('../export/csv.ts'),
      import('../lib/save-file.ts'),
      client.query(handledQuery(figure)),
    ])
    const exportedOn = dayNow()
    const table = handledTable(rows, { t, words, language })
    const csv = asCsv({ ...table, filter: nameOf(figure) || t.all, exportedOn })
    saveFile(csv, 'text/csv;charset=utf-8', `hotfix-report_handling_${exportedOn}.csv`)
  }
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          setError(null)
          void save().catch(setError)
        }}
      >
        {t.csv}
      </button>
      {error !== null && <span role="alert">{common.problem[codeOf(error)]}</span>}
    </>
  )
}
