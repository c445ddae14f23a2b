/** On which days a bulletin of the month was revised, and what was said then. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Text } from '../../contract/text.ts'
import { publishedHead } from '../../domain/releases/apart.ts'
import { markdownOf } from '../html.ts'
import type { CvrfDocument } from './document.ts'
import type { Part } from './parts.ts'

/** More names, or texts, of a day are counted. */
const maxNamed = 5

/** A revision of a vulnerability; `isFirst` where it published it. */
type Revised = { on: string; id: string; text: string; isFirst: boolean }

const listed = (ids: readonly string[], more: (n: number) => string): string =>
  ids.length <= maxNamed ? ids.join(', ') : more(ids.length)

const countedJa = (n: number) => `${n} 件の脆弱性`
const countedEn = (n: number) => `${n} vulnerabilities`

/** What is said of a revision; null where it says no more than that there is one. */
function saidOf(html: string): string | null {
  const text = markdownOf(html)
  return text === 'Information published.' ? null : text
}

/** What Microsoft says of the revisions of a day, the same text once. */
function textsOf(revised: readonly Revised[]): string[] {
  const byText = Map.groupBy(revised, ({ text }) => text)
  return [...byText].flatMap(([html, same]) => {
    const text = saidOf(html)
    if (text === null) return []
    const ids = [...new Set(same.map(({ id }) => id))]
    return byText.size === 1 ? [text] : [`${listed(ids, countedEn)}: ${text}`]
  })
}

function summaryOf(revised: readonly Revised[]): Text {
  const ids = [...new Set(revised.map(({ id }) => id))]
  const [ja, en] = [listed(ids, countedJa), listed(ids, countedEn)]
  const texts = textsOf(revised)
  const said = [...texts.slice(0, maxNamed), ...(texts.length > maxNamed ? [`… (+${texts.length - maxNamed})`] : [])]
  const heads = revised.every(({ isFirst }) => isFirst)
    ? { ja: `${ja} の情報を公開`, en: `${publishedHead}${en}` }
    : { ja: `${ja} の情報を更新`, en: `Revised: ${en}` }
  return { ja: [heads.ja, ...said].join('\n\n'), en: [heads.en, ...said].join('\n\n') }
}

function revisedIn({ vulnerability: { id, revisions } }: Part): Revised[] {
  const dated = revisions.filter(({ on }) => /^\d{4}-\d\d-\d\d$/.test(on))
  const first = dated.map(({ on }) => on).toSorted()[0]
  return dated.map(({ on, text }) => ({ on, id, text, isFirst: on === first }))
}

/** The days on which anything of the bulletin was published or revised, and the day of the month itself. Markdown. */
export function revisionsOf({ publishedOn }: CvrfDocument, parts: readonly Part[]): Bulletin['revisions'] {
  const byDay = Map.groupBy(parts.flatMap(revisedIn), ({ on }) => on)
  const noted = byDay.get(publishedOn)?.filter(({ isFirst, text }) => !isFirst || saidOf(text) !== null) ?? []
  byDay.delete(publishedOn)
  const [ja, en] = ['公開', 'Published']
  const more = noted.length > 0 ? summaryOf(noted) : null
  const published = {
    number: publishedOn,
    on: publishedOn,
    summary: more === null ? { ja, en } : { ja: `${ja}\n\n${more.ja}`, en: `${en}\n\n${more.en}` },
  }
  const others = Array.from(byDay, ([on, revised]) => ({ number: on, on, summary: summaryOf(revised) }))
  return [published, ...others].toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
