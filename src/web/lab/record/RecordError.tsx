import { Link, useLocation } from '@tanstack/react-router'
import { useCommon } from '../../i18n/common.ts'
import { codeOf } from '../../lib/api.ts'
import { useRecordMessages } from './messages.ts'

/** Why a result could not be recorded, and the way to sign in where the session has ended. */
export function RecordError({ error }: { error: Error }) {
  const t = useRecordMessages()
  const common = useCommon()
  const href = useLocation({ select: (location) => location.href })
  const code = codeOf(error)
  return (
    <>
      {code === 'conflict' ? t.corrected : t.failed}{' '}
      {code === 'unauthenticated' ? (
        <Link to="/sign-in" search={{ to: href }} className="link">
          {common.problem.unauthenticated}
        </Link>
      ) : (
        common.problem[code]
      )}
    </>
  )
}
