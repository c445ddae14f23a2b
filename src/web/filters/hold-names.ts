/** Whether something is held, in words. */
import type { Option } from '../../contract/facets.ts'
import { lateNames } from './late-names.ts'

const words: Record<'ja' | 'en', Partial<Record<Option, string>>> = {
  ja: { yes: '保留中', no: '保留なし' },
  en: { yes: 'Held', no: 'Not held' },
}

lateNames.held = (option, language) => words[language][option]
