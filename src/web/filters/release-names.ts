/** Releases in words. */
import type { Option } from '../../contract/facets.ts'
import { releaseName } from '../../words/releases.ts'
import { lateNames } from './late-names.ts'

const words: Record<'ja' | 'en', Partial<Record<Option, string>>> = {
  ja: { any: '同梱の見本を除く', none: '同梱の見本など' },
  en: { any: 'Without shipped samples', none: 'Shipped samples and the like' },
}

lateNames.release = (key, language) => words[language][key] ?? releaseName(String(key), language)
