import { filterName } from '../../contract/filter-limits.ts'
import { Link } from '@tanstack/react-router'
import { useId, useRef, useState, type MouseEvent } from 'react'
import { clsx } from 'clsx'
import { readQuery } from '../../domain/filter/query.ts'
import { parseSearch } from '../lib/search.ts'
import { useSavedFilterMessages } from './saved-filter-messages.ts'
import { withFilter } from '../lib/saved-filters.ts'
import { useSavedFilters } from '../lib/use-saved-filters.ts'
import chips from './ActiveFilters.module.css'
import styles from './SaveFilter.module.css'

/** Keeps the filter of the page under a name, for its reader or for the team, and leads to being told of what it finds. `search`: the filter as the address has it. */
export function SaveFilter({ search, suggestion }: { search: string; suggestion: string }) {
  const t = useSavedFilterMessages()
  const { own, setOwn, team, setTeam, isOnServer } = useSavedFilters()
  const [isForTeam, setForTeam] = useState(false)
  const [name, setName] = useState<string | null>(null)
  const popover = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const given = (name ?? suggestion).trim()
  const isTaken = (isForTeam ? team : own.list).some((other) => other.name === given && other.search !== search)
  // By hand, since the event of a popover comes later than the keys of who types at once.
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault()
    if (popover.current?.togglePopover({ source: event.currentTarget }) === true) {
      field.current?.focus()
      field.current?.select()
    }
  }
  return (
    <span className={styles['save-filter']}>
      <button
        type="button"
        className={clsx('button', chips['chip'])}
        popoverTarget={id}
        data-action="save-filter"
        disabled={search === ''}
        onClick={open}
      >
        {t.save}
      </button>
      <Link
        to="/notices"
        search={{ ...readQuery(parseSearch(search)), show: 'form' }}
        className={clsx('button', chips['chip'])}
      >
        {t.notify}
      </Link>
      <form
        ref={popover}
        id={id}
        popover="auto"
        onSubmit={(event) => {
          event.preventDefault()
          if (given === '') return
          const filter = { name: given, search }
          if (isForTeam) setTeam?.(withFilter({ list: team, start: null }, filter).list)
          else setOwn(withFilter(own, filter))
          setName(null)
          popover.current?.hidePopover()
        }}
      >
        <label>
          {t.saveName}
          <input
            ref={field}
            value={name ?? suggestion}
            {...filterName}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {setTeam !== null && (
          <label className={styles['for-team']}>
            <input type="checkbox" checked={isForTeam} onChange={(event) => setForTeam(event.target.checked)} />
            {t.saveForTeam}
          </label>
        )}
        <p className="muted">{isTaken ? t.saveReplaces : isOnServer || isForTeam ? t.saveHint : t.saveHintHere}</p>
        <button type="submit" className="button primary">
          {t.save}
        </button>
      </form>
    </span>
  )
}
