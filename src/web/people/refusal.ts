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

/** Says why a password was not taken, where no field of the form is at fault. */
export function usePasswordRefusal(): (error: unknown) => string {
  const t = useAccessMessages()
  const common = useCommon()
  return (error) => {
    const wait = error instanceof ApiError && error.code === 'too_many' ? error.wait : 0
    return wait > 0 ? t.wait(Math.ceil(wait / 60)) : common.problem[codeOf(error)]
  }
}
