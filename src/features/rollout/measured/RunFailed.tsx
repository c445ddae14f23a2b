import { codeOf } from '../../../client/api.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useRolloutMessages } from '../../../i18n/rollout-messages.ts'

/** That a change of the runs could not be saved, and why. */
export function RunFailed({ error }: { error: Error | null }) {
  const r = useRolloutMessages()
  const { t } = useMessages()
  if (error === null) return null
  return (
    <p role="alert" className="hot">
      {r.runFailed} {t.problem[codeOf(error)]}
    </p>
  )
}
