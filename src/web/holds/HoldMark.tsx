import type { Hold } from '../../contract/holds.ts'
import type { Summary } from '../../contract/summary.ts'
import { holdsOnFix } from '../../domain/holds/held.ts'
import { holdsFix, holdsOn, type HeldBy } from '../../domain/holds/holds.ts'
import { useHoldMarkMessages } from './mark-messages.ts'
import { useHolds, useHoldsDay } from './queries.ts'
import { useHoldWords } from './use-hold-words.ts'
import styles from './HoldMark.module.css'

/** Two bars: what was going on has been stopped for a while. */
export function HoldGlyph() {
  return (
    <svg viewBox="0 0 9 10" width="9" height="10" fill="currentColor" aria-hidden>
      <path d="M0 0h3.2v10H0zM5.8 0H9v10H5.8z" />
    </svg>
  )
}

type Props = {
  /** Those to be told; where there are none there is no mark. */
  holds: readonly Hold[]
  /** Whether they are on a part of what is marked. */
  isPartly?: boolean
  /** Whether there is room for one word only. */
  isSmall?: boolean
}

/** That something must not be deployed, and until when: glyph and word, never colour alone. */
export function HoldMark({ holds, isPartly = false, isSmall = false }: Props) {
  const t = useHoldMarkMessages()
  const { day, sentence } = useHoldWords()
  const last = holds
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  const whole = isPartly ? t.partly(day(last)) : t.held(day(last))
  return (
    <span
      className={styles['hold-mark']}
      title={holds.map(sentence).join('\n')}
      data-partly={isPartly || undefined}
      data-small={isSmall || undefined}
    >
      <HoldGlyph />
      {isSmall ? t.short : whole}
      {isSmall && <span className="visually-hidden">{whole}</span>}
    </span>
  )
}

/** Whether a hold is on some machines only. */
export const isOnSome = ({ platforms, roles }: Hold): boolean => platforms.length + roles.length > 0

type FixProps = { fix: Pick<Summary, 'id' | 'platforms'>; isSmall?: boolean }

/** The mark of a fix, whatever the machines. */
export function FixHoldMark({ fix, isSmall = false }: FixProps) {
  const holds = holdsOnFix(useHolds(), fix)
  return <HoldMark holds={holds} isPartly={holds.every(isOnSome)} isSmall={isSmall} />
}

/** The small mark of a fix of which is known that it is held, where its platforms are not at hand. */
export function HeldMark({ id }: { id: string }) {
  const holds = useHolds().filter((hold) => holdsFix(hold, id))
  return <HoldMark holds={holds} isPartly={holds.every(isOnSome)} isSmall />
}

type Machines = {
  /** The fix; null: only holds on every fix count. */
  bulletin: string | null
  platform: string
  roles?: readonly string[] | undefined
}

/** Tells the holds in force that are on machines, or may be. */
export function useMachineHolds(): (of: Machines) => HeldBy[] {
  const today = useHoldsDay()
  const holds = useHolds()
  return (of) => holdsOn(holds, of, today).filter(({ hold }) => of.bulletin !== null || hold.bulletins === null)
}

/** The mark of machines, for a fix or for any. */
export function MachineHoldMark({ isSmall = false, ...of }: Machines & { isSmall?: boolean }) {
  const found = useMachineHolds()(of)
  const isPartly = found.every(({ hold, isCertain }) => !isCertain || hold.roles.length > 0)
  return <HoldMark holds={found.map(({ hold }) => hold)} isPartly={isPartly} isSmall={isSmall} />
}
