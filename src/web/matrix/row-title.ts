import type { Text } from '../../contract/text.ts'
import { readText } from '../i18n/local-text.tsx'
import type { Language } from '../i18n/language.tsx'

/** A month, what it is, and for what: as the titles of Microsoft's months are made. */
const ofMonth = { ja: /^\d{4}年\d{1,2}月 (.+?)(?: \((.*)\))?$/u, en: /^[A-Z][a-z]+ \d{4} (.+?)(?: for (.*))?$/ }

/**
 * How a row is named: its number and what it is. What all rows of a month begin with is left out, and the products
 * come last, since the columns tell them; what has no number goes by its program.
 */
export function rowTitle(id: string, title: Text, language: Language): { name: string; subject: string; lang: string } {
  const { value, language: lang } = readText(title, language)
  const [, what, products = ''] = ofMonth[lang === 'ja' ? 'ja' : 'en'].exec(value) ?? []
  if (what === undefined) return { name: id, subject: value, lang }
  return /^KB\d/.test(id)
    ? { name: id, subject: `${what.replace('更新プログラム', '更新')} ${products}`.trim(), lang }
    : { name: what, subject: products, lang }
}
