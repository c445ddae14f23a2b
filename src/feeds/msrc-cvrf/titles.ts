/** What a bulletin of the month is called. */
import type { Platform } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import type { CvrfDocument } from './document.ts'
import type { CvrfRemediation } from './vulnerability-element.ts'
import { kindName, monthOfId } from './words.ts'

const familiesNamed = 3

/** A platform in a title: family and version; a product that keeps its place in the tree goes by its own name. */
function shortName({ family, version, label }: Platform): string {
  if (version === null || version === 'RTM') return family
  return label.en?.startsWith(version) === true ? version : `${family} ${version}`
}

/** The month, the kind of the fix, and for what it is. */
export function bulletinTitle(
  document: CvrfDocument,
  fixes: readonly CvrfRemediation[],
  label: string | null,
  platforms: readonly Platform[],
): Text {
  const month = monthOfId(document.id) ?? { ja: document.id, en: document.id }
  const names = [...new Set(platforms.map(shortName))]
  const [shown, more] = [names.slice(0, familiesNamed), names.length - familiesNamed]
  const ja = shown.join('、') + (more > 0 ? ` ほか ${more}` : '')
  const en = shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
  const kinds = [...new Set(fixes.map(({ kind }) => kind))].map(kindName)
  const what = (language: 'ja' | 'en') =>
    label ?? (kinds.map((kind) => kind[language]).join(language === 'ja' ? '・' : ', ') || 'Update')
  if (fixes.length === 0)
    return {
      ja: `${month.ja} 修正プログラムの記載がない脆弱性 (${ja})`,
      en: `${month.en} vulnerabilities without a listed fix (${en})`,
    }
  return { ja: `${month.ja} ${what('ja')} (${ja})`, en: `${month.en} ${what('en')} for ${en}` }
}
