import { Feed } from 'feed'
import type { IndexRow } from '../contract/summary.ts'

type Options = {
  language: 'ja' | 'en'
  /** Where the pages are: `https://reports.example`. */
  origin: string
  /** The address of the feed itself. */
  self: string
}

/** More entries than a reader would look through. */
const maxEntries = 100

/** What XML may not contain at all, not even escaped. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Titles and summaries are HTML in this feed, and a text is one without any of its own. */
const asHtml = (text: string): string =>
  text.toWellFormed().replaceAll(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const moment = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** What a reader needs to decide whether to look, in the words of the contract, and why it is as urgent as it is. */
function summaryOf(
  { severity, urgency, exploit, impact, restart, status, tlp }: IndexRow,
  say: (text: IndexRow['title']) => string,
) {
  const facts = [
    // To whom it may be passed on comes first: the text goes on from here.
    tlp === undefined ? null : `TLP:${tlp}`,
    status ?? null,
    `severity ${severity ?? 'unrated'}`,
    `urgency ${urgency.level}`,
    `exploit ${exploit}`,
    impact,
    `restart ${restart}`,
  ]
  return `${facts.filter((fact) => fact !== null).join(' · ')} — ${say(urgency.why)}`
}

/** Bulletins as an Atom feed, the latest revised first. An entry keeps its id wherever the server runs. */
export function bulletinsAsAtom(bulletins: readonly IndexRow[], { language, origin, self }: Options): string {
  const say = (text: IndexRow['title']) => text[language] ?? text.ja ?? text.en ?? text.other?.text ?? ''
  const newest = bulletins
    .toSorted((a, b) => (a.updatedOn === b.updatedOn ? (a.id < b.id ? -1 : 1) : a.updatedOn < b.updatedOn ? 1 : -1))
    .slice(0, maxEntries)
  const feed = new Feed({
    id: self,
    title: 'HotFix Report',
    link: `${origin}/`,
    feedLinks: { atom: self },
    generator: 'HotFix Report',
    author: { name: 'HotFix Report' },
    // A feed without entries was never updated; the standard wants a moment all the same.
    updated: moment(newest[0]?.updatedOn ?? '1970-01-01'),
    copyright: '',
  })
  for (const bulletin of newest) {
    feed.addItem({
      id: `urn:hotfix-report:${bulletin.id}`,
      title: asHtml(`${bulletin.id}: ${say(bulletin.title)}`),
      link: `${origin}/bulletins/${encodeURIComponent(bulletin.id)}`,
      date: moment(bulletin.updatedOn),
      published: moment(bulletin.publishedOn),
      description: asHtml(summaryOf(bulletin, say)),
      category: [
        { term: `severity-${bulletin.severity ?? 'unrated'}` },
        { term: `urgency-${bulletin.urgency.level}` },
        { term: `exploit-${bulletin.exploit}` },
        ...(bulletin.status === undefined ? [] : [{ term: `status-${bulletin.status}` }]),
        ...(bulletin.tlp === undefined ? [] : [{ term: `tlp-${bulletin.tlp}` }]),
      ],
    })
  }
  return feed.atom1()
}
