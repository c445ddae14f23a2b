/** Which messages are loaded: those of the parts that a visit has come to, in the languages that its reader has chosen. */
import type { Language } from './language.tsx'

type Load = () => Promise<unknown>

/** What brings the messages of a part of the product in a language. */
export type MessageLoaders = Readonly<Record<Language, Load>>

const parts = new Set<MessageLoaders>()
const languages = new Set<Language>()
const loaded = new Set<Load>()

/** Null where all of it is there. */
function loadMissing(): Promise<unknown> | null {
  const missing = [...parts].flatMap((part) =>
    [...languages].flatMap((language) => (loaded.has(part[language]) ? [] : part[language])),
  )
  const load = async (one: Load) => {
    await one()
    loaded.add(one)
  }
  return missing.length === 0 ? null : Promise.all(missing.map(load))
}

/** Loads what a part says, before it is shown; null where it is there. */
export function loadPart(part: MessageLoaders): Promise<unknown> | null {
  parts.add(part)
  return loadMissing()
}

/** Loads a language, before a page is shown in it; null where it is there. */
export function loadLanguage(language: Language): Promise<unknown> | null {
  languages.add(language)
  return loadMissing()
}
