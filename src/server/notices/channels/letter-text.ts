/** A letter as plain text: every mail has it. */
import type { LetterLine, LetterSection } from '../../../words/letter.ts'
import { addressOf, footerOf, linksOf, type Message } from './parts.ts'

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`)

function lineText({ mark, severity, title, aside, details, path }: LetterLine, origin: string): string[] {
  const head = `${severity === null ? '' : `[${severity}] `}${mark === '' ? '' : `${mark}: `}${title}`
  return [
    `* ${[head, aside].filter((part) => part !== '').join(' · ')}`,
    ...indented([...details, ...(path === null ? [] : [addressOf(path, origin)])]),
  ]
}

function sectionText({ title, note, lines, figures, text }: LetterSection, origin: string): string[] {
  const heading = title === '' ? [] : [`== ${[title, note].filter((part) => part !== '').join(' · ')}`, '']
  const told = lines.flatMap((line) => [...lineText(line, origin), ''])
  const counted = figures.map(({ label, value }) => `${label}: ${value}`)
  return [...heading, ...told, ...(counted.length === 0 ? [] : [...counted, '']), ...(text === '' ? [] : [text, ''])]
}

/** Lines end with `\n`; addresses have a line of their own. */
export function letterText(message: Message): string {
  const { masthead, headline, intro, sections } = message.letter
  const { origin } = message
  const { why, links } = footerOf(message)
  return [
    ...(masthead === null ? [] : [`${masthead.name} · ${masthead.note}`, '']),
    headline,
    ...intro,
    '',
    ...sections.flatMap((section) => sectionText(section, origin)),
    ...linksOf(message).map(({ label, url }) => `${label}: ${url}`),
    '',
    '-- ',
    why,
    ...links.map(({ label, url }) => `${label}: ${url}`),
    '',
  ].join('\n')
}
