import { useRolloutMessages } from '../messages.ts'
import { endOf, type Line } from './scale.ts'
import styles from './LineNames.module.css'

/** The number of consoles at the end of each line. `top`: where the axis of time ends, in minutes. */
export function LineNames({ lines, most, top }: { lines: readonly Line[]; most: number; top: number }) {
  const t = useRolloutMessages()
  return lines.map((line) => {
    const end = endOf(line, most, top)
    return (
      <span
        key={line.consoles}
        className={styles['name']}
        aria-hidden
        data-chosen={line.isChosen || undefined}
        data-one={line.consoles === 1 || undefined}
        data-cut={end.minutes === top || undefined}
        style={{ left: `${(end.machines / most) * 100}%`, bottom: `${(end.minutes / top) * 100}%` }}
      >
        {line.consoles === 1 ? t.consolesN(1) : line.consoles}
      </span>
    )
  })
}
