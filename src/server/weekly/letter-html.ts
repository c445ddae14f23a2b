/** A letter as the HTML of a feed: headings, lists and links alone. */
import type { Letter, LetterLine, LetterSection } from '../../words/letter.ts'
import { asHtml } from '../feed-text.ts'

const quoted = (text: string) => asHtml(text).replaceAll('"', '&quot;')
const tag = (name: string, content: string) => (content === '' ? '' : `<${name}>${content}</${name}>`)

function lineHtml({ mark, severity, title, path, details, aside }: LetterLine, origin: string): string {
  const name = path === null ? asHtml(title) : `<a href="${quoted(`${origin}${path}`)}">${asHtml(title)}</a>`
  const end = [tag('strong', asHtml(mark)), asHtml(aside)].filter((part) => part !== '').join(', ')
  const head = `${severity === null ? '' : `[${severity}] `}${name}${end === '' ? '' : ` — ${end}`}`
  return tag('li', [head, ...details.map(asHtml)].join('<br>'))
}

function sectionHtml({ title, note, lines, figures, text }: LetterSection, origin: string): string {
  const list = [
    ...lines.map((line) => lineHtml(line, origin)),
    ...figures.map(({ label, value }) => tag('li', asHtml(`${label}: ${value}`))),
  ]
  const head = note === '' ? title : `${title} (${note})`
  return [tag('h3', asHtml(head)), tag('ul', list.join('')), tag('p', asHtml(text))].join('')
}

/** `origin`: where the pages are, `https://reports.example`. */
export const letterHtml = ({ headline, intro, sections }: Letter, origin: string): string =>
  [
    tag('p', tag('strong', asHtml(headline))),
    ...intro.map((text) => tag('p', asHtml(text))),
    ...sections.map((section) => sectionHtml(section, origin)),
  ].join('')
