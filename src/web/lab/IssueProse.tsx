import type { KnownIssue } from '../../contract/bulletin.ts'
import type { Text } from '../../contract/text.ts'
import { useLanguage } from '../i18n/language.tsx'
import { LocalText, readText } from '../i18n/local-text.tsx'
import { Markdown } from '../ui/Markdown.tsx'

/** What is said of a known issue: Markdown where its publisher says it, and as typed where the lab does. */
export function IssueProse({ issue: { by }, text }: { issue: KnownIssue; text: Text }) {
  const { value, language } = readText(text, useLanguage())
  return by === undefined ? <Markdown lang={language}>{value}</Markdown> : <LocalText text={text} />
}
