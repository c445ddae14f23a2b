import { ApiError, codeOf } from '../../../client/api.ts'
import type { Settlement } from '../../../contract/lab.ts'
import { useLabMessages } from '../../../i18n/lab-messages.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { TextForm } from '../../../ui/forms/TextForm.tsx'

type Props = {
  bulletin: string
  issue: string
  isResolved: boolean
  onSettle: (settlement: Settlement) => Promise<unknown>
}

/** Says that an issue is one no more, or is one again. */
export function SettleIssue({ bulletin, issue, isResolved, onSettle }: Props) {
  const m = useLabMessages()
  const { t } = useMessages()
  const state = isResolved ? 'reopened' : 'resolved'
  return (
    <TextForm
      name={`issue ${bulletin} ${issue}`}
      bulletin={bulletin}
      title={m.settle[state]}
      label={m.settleWhy[state]}
      maxLength={4000}
      actions={{ [state]: m.settle[state] }}
      onSend={(why) => onSettle({ state, why })}
      refusal={(error) =>
        error instanceof ApiError && error.code === 'conflict' ? m.alreadySettled : t.problem[codeOf(error)]
      }
    />
  )
}
