import type { Text } from '../../contract/text.ts'
import { useLanguage, type Language } from './language.tsx'

/** The text in the wanted language, else in the other one of the screen, else as its publisher gives it; and its language. */
export function readText(text: Text, wanted: Language): { value: string; language: string } {
  const own = text[wanted]
  if (own !== undefined) return { value: own, language: wanted }
  const second = wanted === 'ja' ? 'en' : 'ja'
  const other = text[second]
  if (other !== undefined) return { value: other, language: second }
  return { value: text.other?.text ?? '', language: text.other?.lang ?? second }
}

/** A text of the data. One that is on file only in the other language says so, to the eye and to a screen reader. */
export function LocalText({ text }: { text: Text }) {
  const wanted = useLanguage()
  const { value, language } = readText(text, wanted)
  if (language === wanted) return value
  return (
    <span className="other-language" lang={language}>
      {value}
    </span>
  )
}
