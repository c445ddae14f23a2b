import { useState } from 'react'
import { clsx } from 'clsx'
import { useDevice } from '../lib/device.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { useFilterMessages } from './messages.ts'
import type { OwnFilters } from '../../contract/saved-filters.ts'
import { codeOf } from '../lib/api.ts'
import { myPlatforms, withFilterMoved, withoutFilter } from '../lib/saved-filters.ts'
import { useSavedFilters } from '../lib/use-saved-filters.ts'
import { useCommon } from '../i18n/common.ts'
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

/** What is one click away: the reader's own platforms and saved filters, with those of the team. */
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
  const t = useFilterMessages()
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
  const t = useFilterMessages()
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
