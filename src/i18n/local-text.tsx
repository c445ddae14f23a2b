import type { Text } from '../contract/text.ts'
import { useLanguage, type Language } from './language.tsx'

/** The text in the wanted language, or in the other one where that is missing, and which of them it is. */
export function readText(text: Text, wanted: Language): { value: string; language: Language } {
  const own = text[wanted]
  if (own !== undefined) return { value: own, language: wanted }
  const other = wanted === 'ja' ? 'en' : 'ja'
  return { value: text[other] ?? '', language: other }
}

/** A text of the data. One that is on file only in the other language says so, to the eye and to a screen reader. */
export function LocalText({ text }: { text: Text }) {
  const [wanted] = useLanguage()
  const { value, language } = readText(text, wanted)
  if (language === wanted) return value
  return (
    <span className="other-language" lang={language}>
      {value}
    </span>
  )
}
