/** What a bulletin of the month is called, and on which days it was revised. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import type { Document } from './document.ts'
import type { Part } from './parts.ts'
import type { Fix } from './vulnerability-element.ts'
import { kindName, monthName } from './words.ts'

const familiesNamed = 3

/** A platform in a title: family and version; a product that keeps its place in the tree goes by its own name. */
function shortName({ family, version, label }: Platform): string {
  if (version === null || version === 'RTM') return family
  return label.en?.startsWith(version) === true ? version : `${family} ${version}`
}

/** The month, the kind of the fix, and for what it is. */
export function titleOf(
  document: Document,
  fixes: readonly Fix[],
  label: string | null,
  platforms: readonly Platform[],
): Text {
  const month = monthName(document.id) ?? { ja: document.id, en: document.id }
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

const named = (ids: readonly string[]) => (ids.length <= 5 ? ids.join(', ') : null)

/** What happened to vulnerabilities on a day: they were published, or what was said of them was revised. */
function summaryOf(ids: readonly string[], isFirst: boolean): Text {
  const names = named(ids)
  const [ja, en] = [names ?? `${ids.length} 件の脆弱性`, names ?? `${ids.length} vulnerabilities`]
  return isFirst
    ? { ja: `${ja} の情報を公開`, en: `Published: ${en}` }
    : { ja: `${ja} の情報を更新`, en: `Revised: ${en}` }
}

/** The days on which anything of the bulletin was published or revised, and the day of the month itself. */
export function revisionsOf({ publishedOn }: Document, parts: readonly Part[]): Bulletin['revisions'] {
  const changes = parts.flatMap(({ vulnerability: { id, revisions } }) => {
    const days = revisions.map(({ on }) => on).filter((on) => /^\d{4}-\d\d-\d\d$/.test(on))
    const first = days.toSorted()[0]
    return days.filter((on) => on !== publishedOn).map((on) => ({ on, id, isFirst: on === first }))
  })
  const others = [...Map.groupBy(changes, ({ on }) => on)].map(([on, changed]) => {
    const ids = [...new Set(changed.map(({ id }) => id))]
    return {
      number: on,
      on,
      summary: summaryOf(
        ids,
        changed.every(({ isFirst }) => isFirst),
      ),
    }
  })
  const published = { number: publishedOn, on: publishedOn, summary: { ja: '公開', en: 'Published' } }
  return [published, ...others].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
