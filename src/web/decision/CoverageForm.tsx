import { useState } from 'react'
import { ApiError, codeOf } from '../lib/api.ts'
import type { Coverage } from '../../contract/coverage.ts'
import { useLabMessages } from '../lab/messages.ts'
import { useCommon } from '../i18n/common.ts'
import { TextForm } from '../ui/forms/TextForm.tsx'

type Props = { bulletin: string; onReport: (csv: string) => Promise<Coverage> }

/** The lines of these numbers, from 1; all, where a quotation goes on over lines, so that a number is no line. */
function unreadLines(csv: string, numbers: ReadonlySet<number>): string {
  const lines = csv.split('\n')
  const isOneEach = lines.every((line) => line.split('"').length % 2 === 1)
  if (numbers.size > 0 && !isOneEach) return csv
  return lines.filter((_, at) => numbers.has(at + 1)).join('\n')
}

/** Takes what the verification script has printed on the machines; lines that cannot be read stay. */
export function CoverageForm({ bulletin, onReport }: Props) {
  const t = useLabMessages()
  const common = useCommon()
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
        const next = await onReport(csv)
        setTaken(next)
        return unreadLines(csv, new Set(next.unreadable))
      }}
      refusal={(error) =>
        error instanceof ApiError && error.code === 'invalid' ? t.nothingRead : common.problem[codeOf(error)]
      }
    >
      {taken !== null && <p role="status">{t.taken(taken.machines.length, taken.unreadable.length)}</p>}
    </TextForm>
  )
}
