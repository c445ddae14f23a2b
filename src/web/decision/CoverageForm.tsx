import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Coverage } from '../../contract/coverage.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { TextForm } from '../ui/forms/TextForm.tsx'
import { useDecisionMessages } from './messages.ts'
import { reportCoverage } from './queries.ts'

/** The lines with these numbers, from 1; all lines where a quoted field spans several, since numbers then count records. */
function unreadLines(csv: string, numbers: ReadonlySet<number>): string {
  const lines = csv.split('\n')
  const isOneEach = lines.every((line) => line.split('"').length % 2 === 1)
  if (numbers.size > 0 && !isOneEach) return csv
  return lines.filter((_, at) => numbers.has(at + 1)).join('\n')
}

/** Takes the output of the verification script; lines that cannot be read stay in the form. */
export function CoverageForm({ bulletin }: { bulletin: string }) {
  const t = useDecisionMessages()
  const common = useCommon()
  const client = useQueryClient()
  const [taken, setTaken] = useState<Coverage | null>(null)
  return (
    <TextForm
      name={`coverage ${bulletin}`}
      bulletin={bulletin}
      title={t.report}
      hint={t.reportHint}
      actions={{ take: t.take }}
      onSend={async (csv) => {
        setTaken(null)
        const next = await reportCoverage(client, bulletin, csv)
        setTaken(next)
        return unreadLines(csv, new Set(next.unreadable))
      }}
      refusal={(error) => (codeOf(error) === 'invalid' ? t.nothingRead : common.problem[codeOf(error)])}
    >
      {taken !== null && <p role="status">{t.taken(taken.machines.length, taken.unreadable.length)}</p>}
    </TextForm>
  )
}
