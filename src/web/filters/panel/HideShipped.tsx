import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { optionName } from '../facet-options.ts'
import type { FilterProps } from './FilterPanel.tsx'
import { FilterOption } from './FilterOption.tsx'
import { useFilterMessages } from '../messages.ts'

/** Hides what ships with the product by one click; nothing where that is all, or none of it is on file. */
export function HideShipped({ filter, counts, onChange }: FilterProps) {
  const t = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const isOn = filter.release.includes('any')
  const [released, others] = [counts.release.get('any') ?? 0, counts.release.get('none') ?? 0]
  if (!isOn && (released === 0 || others === 0)) return null
  return (
    <FilterOption isOn={isOn} count={released} onToggle={() => onChange({ release: isOn ? [] : ['any'] })}>
      {optionName('release', 'any', { t, words, language })}
    </FilterOption>
  )
}
