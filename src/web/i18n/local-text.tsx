import type { Text } from '../../contract/text.ts'
import { formatDay } from './format.ts'
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

const isoDay = /\b\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b/g

/** The same of a sentence that we have made: its days are written as the page writes them. */
export function readOwnText(text: Text, wanted: Language): { value: string; language: string } {
  const { value, language } = readText(text, wanted)
  return { value: value.replaceAll(isoDay, (day) => formatDay(day, wanted)), language }
}

/**
 * A text of the data. One that is on file only in the other language says so, to the eye and to a screen reader.
 * `isOurs`: whether we have made the sentence.
 */
export function LocalText({ text, isOurs = false }: { text: Text; isOurs?: boolean }) {
  const wanted = useLanguage()
  const { value, language } = (isOurs ? readOwnText : readText)(text, wanted)
  if (language === wanted) return value
  return (
    <span className="other-language" lang={language}>
      {value}
    </span>
  )
}
