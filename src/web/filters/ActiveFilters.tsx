import type { ReactNode } from 'react'
import { clsx } from 'clsx'
import type { Platform } from '../../contract/platform.ts'
import { facets, type Facet, type Option } from '../../contract/facets.ts'
import type { Filter } from '../../domain/filter/filter.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useFilterMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { useSeen } from '../changes/use-seen.ts'
import { conditionNames } from './condition-names.ts'
import styles from './ActiveFilters.module.css'

type Props = {
  filter: Filter
  platforms: readonly Platform[]
  onChange: (change: Partial<Filter>) => void
  onClear: () => void
  /** What else can be done with the conditions. */
  children?: ReactNode
}

/** The filter without one condition. */
function without(filter: Filter, field: keyof Filter, option: Option): Partial<Filter> {
  if (!facets.includes(field as Facet)) return { [field]: field === 'q' ? '' : null }
  const chosen: readonly Option[] = filter[field as Facet]
  return { [field]: chosen.filter((other) => other !== option) }
}

/** A chip for each active condition, which removes it; nothing where no condition is active. */
export function ActiveFilters({ filter, platforms, onChange, onClear, children }: Props) {
  const t = useFilterMessages()
  const common = useCommon()
  const words = useWords()
  const language = useLanguage()
  const [seen] = useSeen()
  const conditions = conditionNames(filter, platforms, { t, words, language, seen })
  if (conditions.length === 0) return null
  return (
    <ul className={styles['active-filters']} aria-label={t.active}>
      {conditions.map(({ field, option, name }) => (
        <li key={`${field} ${option}`}>
          <button
            type="button"
            className={styles['chip']}
            onClick={() => onChange(without(filter, field, option))}
            aria-label={t.remove(name)}
          >
            {name} <span aria-hidden>×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={clsx('link', styles['chip'], styles['all'])} onClick={onClear}>
          {common.clearAll}
        </button>
      </li>
      {children}
    </ul>
  )
}
