import type { Text } from '../../contract/text.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { Markdown } from '../ui/Markdown.tsx'

/** A Markdown text of a document, in the language of the page if it is on file. */
export function Prose({ text }: { text: Text }) {
  const wanted = useLanguage()
  const { value, language } = readText(text, wanted)
  return <Markdown lang={language}>{value}</Markdown>
}
