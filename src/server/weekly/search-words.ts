/** By what issues of HotFix Weekly are found. */
import type { WeeklyIssue } from '../../contract/weekly.ts'
import type { Letter } from '../../words/letter.ts'
import { weeklyLetter } from '../../words/weekly-letter.ts'
import { wordingOf } from '../wording.ts'

/** Wide and narrow, large and small letters are the same. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

function textsIn({ masthead, headline, intro, sections }: Letter): string[] {
  const ofSections = sections.flatMap(({ title, lines, figures, text }) => [
    title,
    ...lines.flatMap((line) => [line.title, line.mark, ...line.details, line.aside]),
    ...figures.map(({ label }) => label),
    text,
  ])
  return [masthead?.note ?? '', headline, ...intro, ...ofSections]
}

/** All that an issue says, in both languages. */
export function searchedWords(issue: WeeklyIssue): string {
  const letters = [weeklyLetter(issue, wordingOf('ja')), weeklyLetter(issue, wordingOf('en'))]
  const ids = [issue.content.new, issue.content.escalated, issue.content.reReleased].flatMap(({ lines }) =>
    lines.flatMap(({ title }) => Object.values(title).filter((text) => typeof text === 'string')),
  )
  return folded([...letters.flatMap(textsIn), ...ids].join('\n'))
}

/** The words of a search, which all must occur. */
export const wordsAsked = (q: string): string[] =>
  folded(q)
    .split(/\s+/)
    .filter((word) => word !== '')
