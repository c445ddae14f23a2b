import type { Language } from './i18n/language.tsx'

const loaders: Record<Language, () => Promise<unknown>> = {
  ja: () => import('./messages-ja.ts'),
  en: () => import('./messages-en.ts'),
}
const loaded = new Set<Language>()

/** Loads what the first view says in a language, before a page is shown in it; null where it is there. */
export const loadMessages = (language: Language): Promise<void> | null => (loaded.has(language) ? null : load(language))

async function load(language: Language): Promise<void> {
  await loaders[language]()
  loaded.add(language)
}
