import type { Facet, Option } from '../../contract/facets.ts'
import type { Language } from '../i18n/language.tsx'

/** Words for options that the first view does not load; the file that adds them is loaded before they are shown. */
export const lateNames: Partial<Record<Facet, (option: Option, language: Language) => string | undefined>> = {}
