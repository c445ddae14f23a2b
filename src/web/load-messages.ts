import { loadLanguage, loadPart } from './i18n/load-messages.ts'

// No language is chosen yet: this only says what each of them begins with.
void loadPart({ ja: () => import('./messages-ja.ts'), en: () => import('./messages-en.ts') })

/** Loads what the pages of a visit say in a language, before one is shown in it; null where it is there. */
export const loadMessages = loadLanguage
