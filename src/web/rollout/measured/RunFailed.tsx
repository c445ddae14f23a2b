import { codeOf } from '../../lib/api.ts'
import { useCommon } from '../../i18n/common.ts'
import { useMeasuredMessages } from './messages.ts'

/** That a change of the runs could not be saved, and why. */
export function RunFailed({ error }: { error: Error | null }) {
  const t = useMeasuredMessages()
  const common = useCommon()
  if (error === null) return null
  return (
    <p role="alert" className="hot">
      {t.failed} {common.problem[codeOf(error)]}
    </p>
  )
}
