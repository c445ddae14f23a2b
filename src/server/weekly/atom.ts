/** The issues of HotFix Weekly as an Atom feed. */
import { Feed } from 'feed'
import type { WeeklyIssue } from '../../contract/weekly.ts'
import { weeklyLetter } from '../../words/weekly-letter.ts'
import { asHtml } from '../feed-text.ts'
import { wordingOf } from '../wording.ts'
import { letterHtml } from './letter-html.ts'

type FeedOptions = {
  language: 'ja' | 'en'
  /** Where the pages are: `https://reports.example`. */
  origin: string
  /** The address of the feed itself. */
  self: string
}

/** Issues, the newest first. An entry keeps its id wherever the server runs, and was updated when it was made. */
export function weeklyAsAtom(issues: readonly WeeklyIssue[], { language, origin, self }: FeedOptions): string {
  const wording = wordingOf(language)
  const feed = new Feed({
    id: self,
    title: 'HotFix Weekly',
    link: `${origin}/weekly`,
    feedLinks: { atom: self },
    generator: 'HotFix Report',
    author: { name: 'HotFix Report' },
    // A feed without entries was never updated; the standard wants a moment all the same.
    updated: new Date(issues[0]?.madeAt ?? 0),
    copyright: '',
  })
  for (const issue of issues) {
    const letter = weeklyLetter(issue, wording)
    feed.addItem({
      id: `urn:hotfix-report:weekly:${issue.number}`,
      title: asHtml(`${letter.masthead?.note ?? ''}: ${letter.headline}`),
      link: `${origin}/weekly/${issue.number}`,
      date: new Date(issue.madeAt),
      published: new Date(issue.to),
      description: asHtml(letter.headline),
      content: letterHtml(letter, origin),
    })
  }
  return feed.atom1()
}
