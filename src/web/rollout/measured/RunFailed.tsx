import { codeOf } from '../../lib/api.ts'
import { useMessages } from '../../i18n/messages.ts'
import { useMeasuredMessages } from './messages.ts'

/** That a change of the runs could not be saved, and why. */
export function RunFailed({ error }: { error: Error | null }) {
  const m = useMeasuredMessages()
  const { t } = useMessages()
  if (error === null) return null
  return (
    <p role="alert" className="hot">
      {m.failed} {t.problem[codeOf(error)]}
    </p>
  )
}
