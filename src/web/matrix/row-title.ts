import type { Text } from '../../contract/text.ts'
import { monthTitle } from '../i18n/month-title.ts'
import { readText } from '../i18n/local-text.tsx'
import type { Language } from '../i18n/language.tsx'

/**
 * How a row is named: its number and what it is. What all rows of a month begin with is left out, and the products
 * come last, since the columns tell them; what has no number goes by its program.
 */
export function rowTitle(id: string, title: Text, language: Language): { name: string; subject: string; lang: string } {
  const { value, language: lang } = readText(title, language)
  const parts = monthTitle(value, lang === 'ja' ? 'ja' : 'en')
  if (parts === null) return { name: id, subject: value, lang }
  const { what, products } = parts
  return /^KB\d/.test(id)
    ? { name: id, subject: `${what} ${products}`.trim(), lang }
    : { name: what, subject: products, lang }
}
