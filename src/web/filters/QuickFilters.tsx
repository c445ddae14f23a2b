import { useState } from 'react'
import { clsx } from 'clsx'
import { useDevice } from '../lib/device.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { useFilterMessages } from './messages.ts'
import { myPlatforms, savedFilters, withFilterMoved, withoutFilter, type SavedFilters } from '../lib/saved-filters.ts'
import { FilterGroup } from './FilterGroup.tsx'
import styles from './QuickFilters.module.css'

type Props = {
  chosen: readonly PlatformId[]
  /** The platforms of the fleet; where it is empty, the reader's own choice is used. */
  fleet: readonly PlatformId[]
  onPlatforms: (chosen: PlatformId[]) => void
  /** Goes to the filter of an address such as `?urgency=immediate`. */
  onOpen: (search: string) => void
}

/** What is one click away: the reader's own platforms and saved filters. Both are kept on this device. */
export function QuickFilters({ chosen, fleet, onPlatforms, onOpen }: Props) {
  return (
    <div className={styles['shortcuts']}>
      <MyPlatforms chosen={chosen} fleet={fleet} onPlatforms={onPlatforms} />
      <SavedFilterList onOpen={onOpen} />
    </div>
  )
}

const areSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set(a).symmetricDifference(new Set(b)).size === 0

function MyPlatforms({ chosen, fleet, onPlatforms }: Omit<Props, 'onOpen'>) {
  const t = useFilterMessages()
  const [kept, setMine] = useDevice(myPlatforms)
  const mine = fleet.length > 0 ? fleet : kept
  const isOn = mine.length > 0 && areSame(chosen, mine)
  if (mine.length === 0 && chosen.length === 0) return null
  return (
    <div className={styles['mine']}>
      {mine.length > 0 && (
        <button
          type="button"
          className={clsx('button', styles['fill'])}
          aria-pressed={isOn}
          onClick={() => onPlatforms(isOn ? [] : [...mine])}
        >
          {t.myPlatforms}
        </button>
      )}
      {fleet.length === 0 && chosen.length > 0 && !isOn && (
        <button type="button" className={clsx('link', styles['plain'])} onClick={() => setMine([...chosen])}>
          {t.keepPlatforms}
        </button>
      )}
      {fleet.length === 0 && isOn && (
        <button type="button" className={clsx('link', styles['plain'])} onClick={() => setMine([])}>
          {t.forgetPlatforms}
        </button>
      )}
    </div>
  )
}

function SavedFilterList({ onOpen }: Pick<Props, 'onOpen'>) {
  const t = useFilterMessages()
  const [saved, setSaved] = useDevice(savedFilters)
  const [isEditing, setEditing] = useState(false)
  if (saved.list.length === 0) return null
  return (
    <FilterGroup
      title={t.saved}
      action={{
        children: isEditing ? t.editDone : t.edit,
        'aria-expanded': isEditing,
        onClick: () => setEditing(!isEditing),
      }}
    >
      <ul>
        {saved.list.map(({ name, search }, position) => (
          <li key={name}>
            <button type="button" className={clsx(styles['plain'], styles['name'])} onClick={() => onOpen(search)}>
              {name}
              {saved.start === name && <small>{t.isStart}</small>}
            </button>
            {isEditing && <Edits saved={saved} name={name} position={position} onChange={setSaved} />}
          </li>
        ))}
      </ul>
    </FilterGroup>
  )
}

type EditProps = { saved: SavedFilters; name: string; position: number; onChange: (saved: SavedFilters) => void }

function Edits({ saved, name, position, onChange }: EditProps) {
  const t = useFilterMessages()
  const isStart = saved.start === name
  return (
    <span className={styles['edits']}>
      <button
        type="button"
        aria-label={t.moveUp(name)}
        disabled={position === 0}
        onClick={() => onChange(withFilterMoved(saved, position, -1))}
      >
        ↑
      </button>
      <button
        type="button"
        aria-label={t.moveDown(name)}
        disabled={position === saved.list.length - 1}
        onClick={() => onChange(withFilterMoved(saved, position, 1))}
      >
        ↓
      </button>
      <button
        type="button"
        aria-label={t.startFrom(name)}
        aria-pressed={isStart}
        onClick={() => onChange({ ...saved, start: isStart ? null : name })}
      >
        ⌂
      </button>
      <button type="button" aria-label={t.forget(name)} onClick={() => onChange(withoutFilter(saved, name))}>
        ×
      </button>
    </span>
  )
}
