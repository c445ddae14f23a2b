import type { Text } from '../../contract/text.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import { Markdown } from '../../ui/Markdown.tsx'
import type { SectionProps } from './section.ts'

export const Action = ({ bulletin }: SectionProps) => <Prose text={bulletin.action} />

export const Analysis = ({ bulletin }: SectionProps) => <Prose text={bulletin.analysis} />

function Prose({ text }: { text: Text | undefined }) {
  const [wanted] = useLanguage()
  if (text === undefined) return null
  const { value, language } = readText(text, wanted)
  return <Markdown lang={language}>{value}</Markdown>
}
