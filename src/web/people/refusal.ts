import { ApiError, codeOf } from '../lib/api.ts'
import { useAccessMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'

/** Says that something could not be done, and why. */
export function useRefusal(): (error: unknown) => string {
  const t = useAccessMessages()
  const common = useCommon()
  return (error) => {
    const { code, details } = error instanceof ApiError ? error : { code: 'unexpected' as const, details: [] }
    const known = Object.entries(t.people.refused).filter(([name]) => details.some(({ field }) => field === name))
    return `${t.people.failed} ${known.length === 0 ? common.problem[code] : known.map(([, text]) => text).join(' ')}`
  }
}

/** Says why a password was not taken. `wrong`: what is said of a name and a password that do not match. */
export function usePasswordRefusal(): (error: unknown, wrong: string) => string {
  const t = useAccessMessages()
  const common = useCommon()
  return (error, wrong) => {
    const wait = error instanceof ApiError && error.code === 'too_many' ? error.wait : 0
    if (wait > 0) return t.wait(Math.ceil(wait / 60))
    return codeOf(error) === 'unauthenticated' ? wrong : common.problem[codeOf(error)]
  }
}
