import { clsx } from 'clsx'
import { useDevice } from '../../lib/device.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { useFilterMessages } from '../messages.ts'
import { myPlatforms } from '../../lib/saved-filters.ts'
import { SavedFilterList } from './SavedFilterList.tsx'
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
