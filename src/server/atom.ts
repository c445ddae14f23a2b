import { Feed } from 'feed'
import type { ChangeEntry } from '../contract/changes.ts'
import type { IndexRow } from '../contract/summary.ts'
import { changeLine, type LineWording } from '../words/change-line.ts'
import { asHtml, maxEntries } from './feed-text.ts'
import { feedMessages } from './feed-messages.ts'
import { wordingOf } from './wording.ts'

type FeedOptions = {
  language: 'ja' | 'en'
  /** The newest change of each bulletin, as far as one is known. */
  changes: ReadonlyMap<string, ChangeEntry>
  /** Where the pages are: `https://reports.example`. */
  origin: string
} & (
  | {
      /** The address of the feed itself, which names it. */
      self: string
    }
  | {
      /** Names a feed whose address is a secret. */
      id: string
      /** What its person calls it. */
      title: string
    }
)

/** More changes of one bulletin than a line has room for. */
const maxChanges = 4

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** What has changed in the end, with the day on which it was published: an old bulletin says why it comes up again. */
function changeText({ changes, publishedOn }: ChangeEntry, wording: LineWording): string {
  const { separator, published } = feedMessages[wording.language]
  const lines = changes.slice(0, maxChanges).map((change) => changeLine(change, wording))
  return `${lines.join(separator)} (${published(publishedOn)})`
}

/** What a reader needs to decide whether to look, and why it is as urgent as it is. */
function summaryOf(
  { severity, urgency, exploit, impact, restart, status, tlp }: IndexRow,
  change: ChangeEntry | undefined,
  say: (text: IndexRow['title']) => string,
  wording: LineWording,
) {
  const { words, language } = wording
  const t = feedMessages[language]
  const facts = [
    // To whom it may be passed on comes first: the text goes on from here.
    tlp === undefined ? null : `TLP:${tlp}`,
    change === undefined ? null : changeText(change, wording),
    status === undefined ? null : t.status[status],
    `${t.severity} ${severity === null ? words.severity.unrated : `${severity} ${words.severity[severity]}`}`,
    `${t.urgency} ${words.urgency[urgency.level]}`,
    `${t.exploit} ${words.exploit[exploit]}`,
    impact === null ? null : words.impact[impact],
    `${t.restart} ${words.restart[restart]}`,
  ]
  return `${facts.filter((fact) => fact !== null).join(' · ')} — ${say(urgency.why)}`
}

/** Bulletins as an Atom feed, in the order that they are given. An entry keeps its id wherever the server runs. */
export function bulletinsAsAtom(
  bulletins: readonly IndexRow[],
  { language, origin, changes, ...named }: FeedOptions,
): string {
  const say = (text: IndexRow['title']) => text[language] ?? text.ja ?? text.en ?? text.other?.text ?? ''
  const wording = wordingOf(language)
  const newest = bulletins.slice(0, maxEntries)
  /** When an entry was last changed here; where that was never written down, on the day that its publisher says. */
  const updatedAt = ({ id, updatedOn }: IndexRow): Date => {
    const change = changes.get(id)
    return change === undefined ? midnight(updatedOn) : new Date(change.at)
  }
  const [first] = newest
  const feed = new Feed({
    ...('self' in named
      ? { id: named.self, title: 'HotFix Report', feedLinks: { atom: named.self } }
      : { id: named.id, title: asHtml(`HotFix Report: ${named.title}`) }),
    link: `${origin}/`,
    generator: 'HotFix Report',
    author: { name: 'HotFix Report' },
    // A feed without entries was never updated; the standard wants a moment all the same.
    updated: first === undefined ? midnight('1970-01-01') : updatedAt(first),
    copyright: '',
  })
  for (const bulletin of newest) {
    const change = changes.get(bulletin.id)
    feed.addItem({
      id: `urn:hotfix-report:${bulletin.id}`,
      title: asHtml(`${bulletin.id}: ${say(bulletin.title)}`),
      link: `${origin}/bulletins/${encodeURIComponent(bulletin.id)}`,
      date: updatedAt(bulletin),
      published: midnight(bulletin.publishedOn),
      description: asHtml(summaryOf(bulletin, change, say, wording)),
      category: [
        { term: `severity-${bulletin.severity ?? 'unrated'}` },
        { term: `urgency-${bulletin.urgency.level}` },
        { term: `exploit-${bulletin.exploit}` },
        ...(change?.changes.map(({ kind }) => ({ term: `change-${kind}` })) ?? []),
        ...(bulletin.status === undefined ? [] : [{ term: `status-${bulletin.status}` }]),
        ...(bulletin.tlp === undefined ? [] : [{ term: `tlp-${bulletin.tlp}` }]),
      ],
    })
  }
  return feed.atom1()
}
