import { ApiError, codeOf } from '../../client/api.ts'
import type { Decision } from '../../contract/lab.ts'
import { useLabMessages } from '../../i18n/lab-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { TextForm } from '../../ui/forms/TextForm.tsx'

type Props = { bulletin: string; onDecide: (decision: Pick<Decision, 'verdict' | 'note'>) => Promise<unknown> }

/** Signs in the reader's name. */
export function Sign({ bulletin, onDecide }: Props) {
  const m = useLabMessages()
  const { t } = useMessages()
  return (
    <TextForm
      name={`decision ${bulletin}`}
      title={m.sign}
      label={m.why}
      maxLength={4000}
      isOptional
      actions={m.signAs}
      onSend={(note, verdict) => onDecide({ verdict, note })}
      refusal={(error) =>
        error instanceof ApiError && error.code === 'conflict' ? m.unseen : t.problem[codeOf(error)]
      }
    />
  )
}
