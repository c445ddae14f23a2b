/** Texts and links of an advisory. */
import type { Text } from '../../contract/text.ts'
import { markdownOf } from '../html.ts'
import { httpUrl } from '../printed.ts'
import type { Acknowledgment, Advisory, CsafNote } from './document.ts'

/** Makes a text of the document one in its language. */
export type ToText = (text: string) => Text

/** A document that does not name its language counts as English. */
export function inLanguageOf({ document: { lang = 'en' } }: Pick<Advisory, 'document'>): ToText {
  const [primary] = lang.toLowerCase().split('-')
  if (primary === 'ja') return (text) => ({ ja: text })
  if (primary === 'en') return (text) => ({ en: text })
  return (text) => ({ other: { lang, text } })
}

export const referencesOf = (references: readonly { summary: string; url: string }[] = [], say: ToText) =>
  references.flatMap(({ summary, url }) => {
    const address = httpUrl(url)
    return address === undefined ? [] : [{ kind: 'other' as const, title: say(summary), url: address }]
  })

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Texts as Markdown, each once, with a blank line in between; null where nothing is left. */
export function joinTexts(texts: readonly string[]): string | null {
  const written = [...new Set(texts)].map(markdownOf).filter((text) => text !== null)
  return written.length > 0 ? written.join('\n\n') : null
}

/** Notes under their titles as Markdown: a title that several notes in a row share is written once. */
export function underTitles(notes: readonly CsafNote[]): string | null {
  let last = ''
  const parts = notes.flatMap(({ title = '', text }) => {
    const written = markdownOf(text)
    if (written === null) return []
    const heading = oneLine(title)
    const isNew = heading !== '' && heading !== last
    last = heading
    return isNew ? [`### ${heading}`, written] : [written]
  })
  return parts.length > 0 ? parts.join('\n\n') : null
}

/** Who is thanked, for what, and where to read of it: `Names (organization): for what`. */
export function creditOf({ names = [], organization, summary, urls = [] }: Acknowledgment): string | null {
  const people = names.join(', ')
  const who = people !== '' && organization !== undefined ? `${people} (${organization})` : people || organization
  const links = urls.flatMap((url) => httpUrl(url) ?? []).map((url) => `<${url}>`)
  const text = [[who, summary].filter(Boolean).join(': '), ...links].filter((part) => part !== '').join(' ')
  return text === '' ? null : text
}
