/** Releases by name. */
import { readReleaseKey } from '../contract/release-key.ts'

const english = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A month as people say it: `2025年6月` or `June 2025`. */
export function monthName(month: string, language: 'ja' | 'en'): string {
  const [year, number] = month.split('-')
  return language === 'ja' ? `${year}年${Number(number)}月` : english.format(new Date(`${month}-01T00:00:00Z`))
}

/** A release by its key: `2025年6月 定例` or `June 2025`, that of another publisher with its name. What is no key stays. */
export function releaseName(key: string, language: 'ja' | 'en'): string {
  const read = readReleaseKey(key)
  if (read === null) return key
  const { publisher, month } = read
  const name = monthName(month, language)
  if (publisher !== null) return `${publisher.toUpperCase()} ${name}`
  return language === 'ja' ? `${name} 定例` : name
}
