/** The revisions of a bulletin that several documents speak of. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { Text } from '../../../contract/text.ts'
import { saysTheSame } from '../changed/meaning.ts'

type Revision = Bulletin['revisions'][number]

/** Two texts as one, in each language that either has. */
function both(first: Text, second: Text): Text {
  if (saysTheSame(first, second)) return first
  const joined = (language: 'ja' | 'en') => [first[language], second[language]].filter(Boolean).join(' / ')
  const [ja, en] = [joined('ja'), joined('en')]
  return { ...first, ...second, ...(ja && { ja }), ...(en && { en }) }
}

/** The day on which another month published what it says is the day on which that month listed it, too. */
const seenFromMain = ({ publishedOn, source }: Bulletin, revision: Revision): Revision =>
  source.kind === 'msrc-cvrf' && revision.on === publishedOn
    ? { ...revision, summary: { ja: `${source.document} にも記載`, en: `Also listed in ${source.document}` } }
    : revision

/** The revisions of the main part, and those of the others since it was published; those of one number and day as one. */
export function mergedRevisions(main: Bulletin, parts: readonly Bulletin[]): Revision[] {
  const others = parts.filter((part) => part !== main)
  const all = [
    ...main.revisions,
    ...others.flatMap((part) =>
      part.revisions.filter(({ on }) => on >= main.publishedOn).map((revision) => seenFromMain(part, revision)),
    ),
  ]
  const merged = new Map<string, Revision>()
  for (const revision of all) {
    const key = `${revision.on} ${revision.number}`
    const known = merged.get(key)
    merged.set(key, known === undefined ? revision : { ...revision, summary: both(known.summary, revision.summary) })
  }
  return [...merged.values()].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
}
