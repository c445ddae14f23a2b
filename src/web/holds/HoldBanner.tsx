import { clsx } from 'clsx'
import type { Hold } from '../../contract/holds.ts'
import type { Summary } from '../../contract/summary.ts'
import { holdsOnFix } from '../../domain/holds/held.ts'
import { HoldGlyph, isOnSome } from './HoldMark.tsx'
import { useHoldMessages } from './messages.ts'
import { useHolds } from './queries.ts'
import { useHoldWords } from './use-hold-words.ts'
import styles from './HoldBanner.module.css'

/** Over a bulletin that is held: until when, on which machines, and why. Nothing where no hold is on it. */
export function HoldBanner({ bulletin }: { bulletin: Pick<Summary, 'id' | 'platforms'> }) {
  return <HoldNotes holds={holdsOnFix(useHolds(), bulletin)} />
}

type Props = {
  holds: readonly Hold[]
  /** What they are on, where that is not the bulletin of the page. */
  title?: string
}

/** Holds that nobody who plans or deploys may miss, a line each. */
export function HoldNotes({ holds, title }: Props) {
  const t = useHoldMessages()
  const { sentence } = useHoldWords()
  if (holds.length === 0) return null
  return (
    <aside className={clsx(styles['hold-banner'], holds.every(isOnSome) && styles['partly'])} aria-label={t.title}>
      <b>
        <HoldGlyph /> {title ?? t.banner(holds.length)}
      </b>
      <ul>
        {holds.map((hold) => (
          <li key={hold.id}>{sentence(hold)}</li>
        ))}
      </ul>
    </aside>
  )
}
