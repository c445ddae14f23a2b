import type { ReactNode } from 'react'
import { ApiError } from '../../client/api.ts'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { useMessages } from '../../i18n/messages.ts'

/** What could not be done, and why. */
export function Refusal({ error }: { error: unknown }): ReactNode {
  const m = useAccessMessages()
  const { t } = useMessages()
  if (error === null) return null
  const { code, details } = error instanceof ApiError ? error : { code: 'unexpected' as const, details: [] }
  const known = Object.entries(m.people.refused).filter(([name]) => details.some(({ field }) => field === name))
  return (
    <p role="alert" className="hot refusal">
      {m.people.failed} {known.length === 0 ? t.problem[code] : known.map(([, text]) => text).join(' ')}
    </p>
  )
}
