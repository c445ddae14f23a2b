import { formatMinutes, unbroken } from '../i18n/format.ts'
import type { Language } from '../i18n/language.tsx'

const oneDigit = (value: number) => String(Math.round(value * 10) / 10)

/** A length in the unit that says it shortest: minutes below an hour, hours up to two days, then days, with one digit. */
export function formatHours(hours: number, language: Language): string {
  if (hours < 1) return formatMinutes(hours * 60, language)
  if (hours < 48) return unbroken(language === 'ja' ? `${oneDigit(hours)}時間` : `${oneDigit(hours)} h`)
  return unbroken(language === 'ja' ? `${oneDigit(hours / 24)} 日` : `${oneDigit(hours / 24)} days`)
}
