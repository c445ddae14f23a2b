/** The kinds of change in words. */
import type { Option } from '../../contract/facets.ts'
import { changeWords } from '../../words/changes.ts'
import { lateNames } from './late-names.ts'

lateNames.changed = (kind, language) => {
  const words: Partial<Record<Option, string>> = changeWords[language].kind
  return words[kind]
}
