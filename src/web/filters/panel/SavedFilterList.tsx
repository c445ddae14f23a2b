import { useState } from 'react'
import { clsx } from 'clsx'
import type { OwnFilters } from '../../../contract/saved-filters.ts'
import { codeOf } from '../../lib/api.ts'
import { withFilterMoved, withoutFilter } from '../../lib/saved-filters.ts'
import { useSavedFilters } from '../../lib/use-saved-filters.ts'
import { useCommon } from '../../i18n/common.ts'
import { FilterGroup } from './FilterGroup.tsx'
import { useSavedFilterMessages } from '../saved-filter-messages.ts'
import styles from './QuickFilters.module.css'

/** The saved filters of the reader and of the team, and those of this browser that can be moved to the server. */
export function SavedFilterList({ onOpen }: { onOpen: (search: string) => void }) {
  const t = useSavedFilterMessages()
  const common = useCommon()
  const saved = useSavedFilters()
  const { own, setOwn, team, setTeam, toTake, error } = saved
  return (
    <>
      {toTake.length > 0 && (
        <p className={styles['take']}>
          {t.toTake(toTake.length)}
          <button type="button" className="link" onClick={() => saved.takeAlong()}>
            {t.takeAlong}
          </button>
          <button type="button" className="link" onClick={() => saved.leaveBehind()}>
            {t.leaveBehind}
          </button>
        </p>
      )}
      <FilterList title={t.saved} filters={own} onOpen={onOpen} onChange={setOwn} hasStart />
      <FilterList
        title={t.savedOfTeam}
        filters={{ list: team, start: null }}
        onOpen={onOpen}
        onChange={setTeam && (({ list }) => setTeam(list))}
      />
      {error !== null && <p role="alert">{common.problem[codeOf(error)]}</p>}
    </>
  )
}

type ListProps = {
  title: string
  filters: OwnFilters
  onOpen: (search: string) => void
  /** Null for who may not change them. */
  onChange: ((filters: OwnFilters) => void) | null
  /** Whether a visit can start from one of them. */
  hasStart?: boolean
}

/** Saved filters in their order; nothing where there are none. */
function FilterList({ title, filters, onOpen, onChange, hasStart = false }: ListProps) {
  const t = useSavedFilterMessages()
  const [isEditing, setEditing] = useState(false)
  if (filters.list.length === 0) return null
  const edit = {
    children: isEditing ? t.editDone : t.edit,
    'aria-expanded': isEditing,
    onClick: () => setEditing(!isEditing),
  }
  return (
    <FilterGroup title={title} {...(onChange && { action: edit })}>
      <ul>
        {filters.list.map(({ name, search }, position) => (
          <li key={name}>
            <button type="button" className={clsx(styles['plain'], styles['name'])} onClick={() => onOpen(search)}>
              {name}
              {filters.start === name && <small>{t.isStart}</small>}
            </button>
            {isEditing && onChange && <Edits {...{ filters, name, position, hasStart, onChange }} />}
          </li>
        ))}
      </ul>
    </FilterGroup>
  )
}

type EditProps = {
  filters: OwnFilters
  name: string
  position: number
  hasStart: boolean
  onChange: (filters: OwnFilters) => void
}

function Edits({ filters, name, position, hasStart, onChange }: EditProps) {
  const t = useSavedFilterMessages()
  const isStart = filters.start === name
  return (
    <span className={styles['edits']}>
      <button
        type="button"
        aria-label={t.moveUp(name)}
        disabled={position === 0}
        onClick={() => onChange(withFilterMoved(filters, position, -1))}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={t.moveDown(name)}
        disabled={position === filters.list.length - 1}
        onClick={() => onChange(withFilterMoved(filters, position, 1))}
      >
        ↓
      </button>
      {hasStart && (
        <button
          type="button"
          aria-label={t.startFrom(name)}
          aria-pressed={isStart}
          onClick={() => onChange({ ...filters, start: isStart ? null : name })}
        >
          ⌂
        </button>
      )}
      <button type="button" aria-label={t.forget(name)} onClick={() => onChange(withoutFilter(filters, name))}>
        ×
      </button>
    </span>
  )
}
