import { lazy } from 'react'
import { clsx } from 'clsx'
import { formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { stringifySearch } from '../lib/search.ts'
import { Behind } from '../ui/layout/Behind.tsx'
import './hold-names.ts'
import './release-names.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { useFilterMessages } from './messages.ts'
import { useConditionNames } from './use-export-note.ts'
import { useFirstFiltered } from './use-filtered.tsx'
import chips from './ActiveFilters.module.css'

const SaveFilter = lazy(() => import('./SaveFilter.tsx').then((module) => ({ default: module.SaveFilter })))

/** The active conditions as chips, and the way to keep them. */
export function Conditions() {
  const names = useConditionNames()
  const language = useLanguage()
  const { filter, query, platforms, change, clear } = useFirstFiltered()
  const { sort: _, ...conditions } = query
  return (
    <ActiveFilters filter={filter} platforms={platforms} onChange={change} onClear={clear}>
      <li>
        <Behind fallback={<SaveFilterButton />}>
          <SaveFilter search={stringifySearch(conditions)} suggestion={formatList(names, language).slice(0, 60)} />
        </Behind>
      </li>
    </ActiveFilters>
  )
}

/** Keeps the place of what saves the filter, and of the way to a notice beside it, until they are loaded. */
function SaveFilterButton() {
  const { save } = useFilterMessages()
  return (
    <span className={chips['places']}>
      <button type="button" className={clsx('button', chips['chip'])} disabled>
        {save}
      </button>
      <i aria-hidden className={clsx('button', chips['chip'])}>
        {save}
      </i>
    </span>
  )
}
