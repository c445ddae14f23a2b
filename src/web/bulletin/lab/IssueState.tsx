import * as limits from '../../../contract/limits.ts'
import { ApiError, codeOf } from '../../lib/api.ts'
import type { IssueResolution } from '../../../contract/lab.ts'
import { useLabMessages } from '../../lab/messages.ts'
import { useCommon } from '../../i18n/common.ts'
import { useTyped } from '../../lib/drafts.ts'
import { TextForm } from '../../ui/forms/TextForm.tsx'

type Props = {
  bulletin: string
  issue: string
  isResolved: boolean
  onSettle: (settlement: IssueResolution) => Promise<unknown>
}

/** Says that an issue is one no more, or is one again. */
export function SettleIssue({ bulletin, issue, isResolved, onSettle }: Props) {
  const t = useLabMessages()
  const common = useCommon()
  const [next, other] = isResolved ? (['reopened', 'resolved'] as const) : (['resolved', 'reopened'] as const)
  const nameOf = (state: IssueResolution['state']) => `issue ${bulletin} ${issue} ${state}`
  // What was typed to resolve it is no reason to open it again, and is not sent as one.
  const [forOther] = useTyped(nameOf(other))
  const state = forOther === '' ? next : other
  return (
    <TextForm
      key={state}
      name={nameOf(state)}
      bulletin={bulletin}
      title={t.settle[state]}
      label={t.settleWhy[state]}
      maxLength={limits.resolutionReason.maxLength}
      actions={{ [state]: t.settle[state] }}
      onSend={(why) => onSettle({ state, why })}
      refusal={(error) =>
        error instanceof ApiError && error.code === 'conflict' ? t.alreadySettled : common.problem[codeOf(error)]
      }
    />
  )
}
