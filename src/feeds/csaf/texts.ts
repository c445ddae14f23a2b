/** Texts and links of an advisory. */
import type { Text } from '../../contract/text.ts'
import type { Advisory } from './document.ts'

/** A text of the document, in its language; what is neither Japanese nor English counts as English. */
export const inLanguageOf =
  ({ document: { lang = 'en' } }: Advisory) =>
  (text: string): Text =>
    lang.toLowerCase().startsWith('ja') ? { ja: text } : { en: text }

export const httpUrl = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) ? new URL(url).href : undefined

export const referencesOf = (
  references: readonly { summary: string; url: string }[] = [],
  titled: (text: string) => Text,
) =>
  references.flatMap(({ summary, url }) => {
    const address = httpUrl(url)
    return address === undefined ? [] : [{ kind: 'other' as const, title: titled(summary), url: address }]
  })
