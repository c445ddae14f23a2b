import { Link } from '@tanstack/react-router'
import type { ActNow } from '../../contract/overview.ts'
import { daysBetween } from '../../domain/due/days.ts'
import { FixHoldMark, HoldMark } from '../holds/HoldMark.tsx'
import { useHoldMessages } from '../holds/messages.ts'
import { useHolds, useHoldsDay } from '../holds/queries.ts'
import { useHoldWords } from '../holds/use-hold-words.ts'
import { Board } from './Board.tsx'
import styles from './HoldsBoard.module.css'

const atMost = 4

/** In days: holds that end within this time need attention. */
const soonDays = 7

/** The holds in force, those that end first at the start. Nothing where there is none. */
export function HoldsBoard({ className }: { className?: string | undefined }) {
  const t = useHoldMessages()
  const today = useHoldsDay()
  const { machines } = useHoldWords()
  const holds = useHolds()
  if (holds.length === 0) return null
  const soon = holds.filter(({ until }) => daysBetween(today, until) <= soonDays).length
  return (
    <Board
      id="holds"
      title={t.board}
      className={className}
      note={t.boardNote(holds.length, soon)}
      links={<Link to="/holds">{t.toAll}</Link>}
    >
      <ul className={styles['holds-board']}>
        {holds.slice(0, atMost).map((hold) => (
          <li key={hold.id}>
            <p>
              <HoldMark holds={[hold]} /> <span className="muted">{t.left(daysBetween(today, hold.until))}</span>
            </p>
            <p>
              <b>{hold.bulletins === null ? t.everyFix : hold.bulletins.join(', ')}</b> {machines(hold)}
            </p>
            <p>{hold.reason}</p>
          </li>
        ))}
        {holds.length > atMost && (
          <li>
            <Link to="/holds" className="link">
              {t.more(holds.length - atMost)}
            </Link>
          </li>
        )}
      </ul>
    </Board>
  )
}

/** That a fix must not be deployed on some machines of ours. */
export const ActNowHold = ({ fix: { id, platforms } }: { fix: ActNow }) => (
  <FixHoldMark fix={{ id, platforms: platforms.map((platform) => ({ platform: platform.id, rating: 1 })) }} isSmall />
)
