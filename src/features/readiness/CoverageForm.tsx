import { useState } from 'react'
import { ApiError, codeOf } from '../../client/api.ts'
import type { Coverage } from '../../contract/coverage.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { TextForm } from '../../ui/forms/TextForm.tsx'

type Props = { bulletin: string; onReport: (csv: string) => Promise<Coverage> }

/** Takes what the verification script has printed on the machines; lines that cannot be read stay. */
export function CoverageForm({ bulletin, onReport }: Props) {
  const m = useLabMessages()
  const { t } = useMessages()
  const [taken, setTaken] = useState<Coverage | null>(null)
  return (
    <TextForm
      name={`coverage ${bulletin}`}
      bulletin={bulletin}
      title={m.report}
      hint={m.reportHint}
      actions={{ take: m.take }}
      onSend={async (csv) => {
        setTaken(null)
        const next = await onReport(csv)
        setTaken(next)
        const left = new Set(next.unreadable)
        return csv
          .split('\n')
          .filter((_, at) => left.has(at + 1))
          .join('\n')
      }}
      refusal={(error) =>
        error instanceof ApiError && error.code === 'invalid' ? m.nothingRead : t.problem[codeOf(error)]
      }
    >
      {taken !== null && <p role="status">{m.taken(taken.machines.length, taken.unreadable.length)}</p>}
    </TextForm>
  )
}
