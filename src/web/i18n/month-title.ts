/** Titles of Microsoft's months: a month, what it is, and for what. What tells one from others is at their end. */
import type { Text } from '../../contract/text.ts'

const patterns = {
  ja: /^(\d{4}年\d{1,2}月) (.+?)(?: \((.*)\))?$/u,
  en: /^([A-Z][a-z]+ \d{4}) (.+?)(?: for (.*))?$/,
}

/** The parts of such a title; null for any other. */
export function monthTitle(title: string, language: 'ja' | 'en') {
  const [, month = '', what, products = ''] = patterns[language].exec(title) ?? []
  return what === undefined ? null : { month, what: what.replace('更新プログラム', '更新'), products }
}

/** The title with its products before its month, for where its end may be cut. */
export function productsFirst({ ja, en, ...other }: Text): Text {
  const said = (title: string, language: 'ja' | 'en') => {
    const { month, what, products } = monthTitle(title, language) ?? { month: '', what: title, products: '' }
    return products === ''
      ? title
      : `${what.slice(0, 1).toUpperCase()}${what.slice(1)} ${language === 'en' ? 'for ' : ''}${products} (${month})`
  }
  return { ...other, ...(ja !== undefined && { ja: said(ja, 'ja') }), ...(en !== undefined && { en: said(en, 'en') }) }
}
