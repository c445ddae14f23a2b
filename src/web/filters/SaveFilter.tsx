import { filterName } from '../../contract/filter-limits.ts'
import { useId, useRef, useState, type MouseEvent } from 'react'
import { clsx } from 'clsx'
import { useDevice } from '../lib/device.ts'
import { useFilterMessages } from './messages.ts'
import { savedFilters, withFilter } from '../lib/saved-filters.ts'
import chips from './ActiveFilters.module.css'
import styles from './SaveFilter.module.css'

/** Keeps the filter of the page under a name, on this device. `search`: the filter as the address has it. */
export function SaveFilter({ search, suggestion }: { search: string; suggestion: string }) {
  const t = useFilterMessages()
  const [saved, setSaved] = useDevice(savedFilters)
  const [name, setName] = useState<string | null>(null)
  const popover = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const given = (name ?? suggestion).trim()
  const isTaken = saved.list.some((other) => other.name === given && other.search !== search)
  // By hand, since the event of a popover comes later than the keys of who types at once.
  const open = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault()
    if (popover.current?.togglePopover({ source: event.currentTarget }) === true) field.current?.select()
  }
  return (
    <span className={styles['save-filter']}>
      <button
        type="button"
        className={clsx('button', chips['chip'])}
        popoverTarget={id}
        disabled={search === ''}
        onClick={open}
      >
        {t.save}
      </button>
      <form
        ref={popover}
        id={id}
        popover="auto"
        onSubmit={(event) => {
          event.preventDefault()
          if (given === '') return
          setSaved(withFilter(saved, { name: given, search }))
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
        <p className="muted">{isTaken ? t.saveReplaces : t.saveHint}</p>
        <button type="submit" className="button primary">
          {t.save}
        </button>
      </form>
    </span>
  )
}
