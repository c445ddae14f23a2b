import { useState } from 'react'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { importing } from '../../contract/endpoints/importing.ts'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { refresh } from '../lib/live/refresh.ts'
import { useMay } from '../lib/me.ts'
import { sourceQueries } from './queries.ts'
import { importCounts, type ImportRecord } from '../../contract/imports.ts'
import { formatList, formatMoment } from '../i18n/format.ts'
import { useImportListMessages } from './import-list-messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { DataTable } from '../ui/layout/DataTable.tsx'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import table from '../ui/layout/DataTable.module.css'

/** The last imports, newest first, and a way to undo them. */
export function ImportList() {
  const t = useImportListMessages()
  const common = useCommon()
  const mayUndo = useMay('editor')
  const { data: sources } = useSuspenseQuery(sourceQueries.list())
  const { data: imports, error } = useQuery(sourceQueries.imports())
  const titleOf = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  const [asked, setAsked] = useState<ImportRecord | null>(null)
  if (imports === undefined) return error !== null && <p role="alert">{common.problem[codeOf(error)]}</p>
  if (imports.length === 0) return <p className="muted">{t.none}</p>
  return (
    <>
      <DataTable label={t.title} head={[t.document, t.when, t.who, t.result, '']}>
        <tbody>
          {imports.map((each) => (
            <ImportRow
              key={each.id}
              record={each}
              titleOf={titleOf}
              onAsk={mayUndo && each.canBeUndone ? () => setAsked(each) : null}
            />
          ))}
        </tbody>
      </DataTable>
      {asked !== null && <UndoDialog record={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

type RowProps = { record: ImportRecord; titleOf: (source: string) => string; onAsk: (() => void) | null }

function ImportRow({ record, titleOf, onAsk }: RowProps) {
  const { name, kind, at, who, source, undone } = record
  const t = useImportListMessages()
  const sourcesText = useSourcesMessages()
  const language = useLanguage()
  const counts = useCounts(record)
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={table['kind']}>{sourcesText.kind[kind]}</span>
      </th>
      <td className={table['day']}>{formatMoment(at, language)}</td>
      <td>{source !== null ? t.watched(titleOf(source)) : who === kind ? t.command : who}</td>
      <td>{counts}</td>
      <td>
        {undone !== null && <span className="muted">{t.undone(undone.by, formatMoment(undone.at, language))}</span>}
        {onAsk !== null && (
          <button type="button" className="button" aria-label={t.undoOf(name)} onClick={onAsk}>
            {t.undo}
          </button>
        )}
      </td>
    </tr>
  )
}

/** What an import did to bulletins, in words. */
function useCounts({ counts }: ImportRecord): string {
  const language = useLanguage()
  const t = useImportListMessages()
  const sourcesText = useSourcesMessages()
  const said = importCounts.filter((outcome) => outcome !== 'unchanged' && counts[outcome] > 0)
  return said.length === 0
    ? t.noBulletin
    : formatList(
        said.map((outcome) => sourcesText.outcome[outcome](counts[outcome])),
        language,
      )
}

type DialogProps = { record: ImportRecord; onClose: () => void }

function UndoDialog({ record, onClose }: DialogProps) {
  const queryClient = useQueryClient()
  const t = useImportListMessages()
  const common = useCommon()
  const counts = useCounts(record)
  return (
    <QuestionDialog
      title={t.sure(record.name)}
      yes={t.undo}
      onYes={async () => {
        const left = await call(importing.undoImport, { params: { id: String(record.id) } })
        queryClient.setQueryData(sourceQueries.imports().queryKey, left)
        await refresh(queryClient, { bulletins: null })
      }}
      onClose={onClose}
      refusal={(error) => (codeOf(error) === 'conflict' ? t.notUndone : common.problem[codeOf(error)])}
    >
      <p>{counts}</p>
      <p>{t.what}</p>
      <p className="muted">{t.stays}</p>
    </QuestionDialog>
  )
}
