import { ApiError } from '../lib/api.ts'
import { useAccessMessages } from './messages.ts'
import { useMessages } from '../i18n/messages.ts'

/** Says that something could not be done, and why. */
export function useRefusal(): (error: unknown) => string {
  const m = useAccessMessages()
  const { t } = useMessages()
  return (error) => {
    const { code, details } = error instanceof ApiError ? error : { code: 'unexpected' as const, details: [] }
    const known = Object.entries(m.people.refused).filter(([name]) => details.some(({ field }) => field === name))
    return `${m.people.failed} ${known.length === 0 ? t.problem[code] : known.map(([, text]) => text).join(' ')}`
  }
}
