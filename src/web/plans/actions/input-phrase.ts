/** Inputs of a plan in words, where they are more than a figure or a name. */
import { inputsIn, readInput } from '../../../domain/rollout/inputs.ts'
import { formatDay, formatList, formatNumber } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.tsx'
import { freezePhrase, windowPhrase } from '../../i18n/windows.ts'

type Phrase = (text: string, language: Language) => string | undefined

const phrases: Partial<Record<string, Phrase>> = {
  windows: (text, language) =>
    readInput('windows', text)
      ?.map((window) => windowPhrase(window, language))
      .join('; '),
  freezes: (text, language) =>
    readInput('freezes', text)
      ?.map((freeze) => freezePhrase(freeze, language))
      .join('; '),
  startsOn: (text, language) => formatDay(text, language),
}

/** An input that has changed, `what` by its name, in words; as it is written where there are none. */
export const inputPhrase = (what: string, text: string, language: Language): string =>
  phrases[what]?.(text, language) ?? text

/** When a plan may be worked on and with how many consoles: `Tue, Thu 22:00 – 05:00 Asia/Tokyo`, and so on. */
export function timesOf(text: string, names: { consoles: string; startsOn: string }, language: Language): string {
  const { windows, zone, consoles, startsOn } = inputsIn(text)
  return formatList(
    [
      `${windows.map((window) => windowPhrase(window, language)).join('; ')} ${zone}`,
      `${names.startsOn} ${formatDay(startsOn, language)}`,
      `${names.consoles} ${formatNumber(consoles)}`,
    ],
    language,
  )
}
