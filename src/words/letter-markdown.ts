/** A letter as Markdown (CommonMark): to paste into a ticket, a wiki or a chat. */
import type { Letter, LetterLine, LetterSection } from './letter.ts'

/** Text is text: nothing in it is taken for Markdown or HTML. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]|<>~&]/g, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^[-=+#]/, String.raw`\$&`)

const strong = (text: string) => (text === '' ? '' : `**${plain(text)}**`)

function lineText({ mark, severity, title, path, details, aside }: LetterLine, origin: string): string {
  const name = path === null ? plain(title) : `[${plain(title)}](${origin}${path})`
  const end = [strong(mark), plain(aside)].filter((part) => part !== '').join(', ')
  const head = `- ${severity === null ? '' : `\\[${severity}\\] `}${name}${end === '' ? '' : ` — ${end}`}`
  return [head, ...details.map((detail) => `  - ${plain(detail)}`)].join('\n')
}

function sectionText({ title, note, lines, figures, text }: LetterSection, origin: string): string {
  const head = title === '' ? [] : [`## ${plain(title)}${note === '' ? '' : ` (${plain(note)})`}`]
  const list = [
    ...lines.map((line) => lineText(line, origin)),
    ...figures.map(({ label, value }) => `- ${plain(label)}: ${plain(value)}`),
  ]
  return [...head, ...(list.length === 0 ? [] : [list.join('\n')]), ...(text === '' ? [] : [plain(text)])].join('\n\n')
}

/** `origin`: where the pages are, `https://reports.example`. */
export function letterMarkdown({ masthead, headline, intro, sections, links }: Letter, origin: string): string {
  return [
    ...(masthead === null ? [] : [`# ${plain(`${masthead.name} ${masthead.note}`)}`]),
    strong(headline),
    ...intro.map(plain),
    ...sections.map((section) => sectionText(section, origin)),
    links.map(({ label, path }) => `[${plain(label)}](${origin}${path})`).join(' · '),
    '',
  ].join('\n\n')
}
