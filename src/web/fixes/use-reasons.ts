import type { FixDoubt, FixReason } from '../../contract/fixes.ts'
import { formatDay, formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useFixMessages } from './messages.ts'

/** A reason and a doubt in the words of the page. */
export function useReasons(): { reason: (given: FixReason) => string; doubt: (given: FixDoubt) => string } {
  const { reasons, doubts } = useFixMessages()
  const language = useLanguage()
  const day = (on: string) => formatDay(on, language)
  const list = (ids: readonly string[]) => formatList(ids, language)
  return {
    // Each code has the words of its own reason: the table above says so in its type.
    reason: (given) => (reasons[given.code] as (reason: FixReason, of: typeof day) => string)(given, day),
    doubt: (given) => (doubts[given.code] as (doubt: FixDoubt, of: typeof list) => string)(given, list),
  }
}
