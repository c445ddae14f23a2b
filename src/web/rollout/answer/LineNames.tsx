import { useRolloutMessages } from '../messages.ts'
import type { Line } from './scale.ts'
import { apart } from './scale.ts'
import styles from './LineNames.module.css'

/** The least distance between two names, as a share of the height of the plot. */
const leastApart = 0.068

/** The number of consoles behind the end of each line, each readable. `top`: where the axis of time ends, in minutes. */
export function LineNames({ lines, top }: { lines: readonly Line[]; top: number }) {
  const t = useRolloutMessages()
  const ends = lines.map(({ points }) => (points.at(-1)?.minutes ?? 0) / top)
  const places = apart(ends, leastApart)
  return lines.map((line, at) => (
    <span
      key={line.consoles}
      className={styles['name']}
      aria-hidden
      data-chosen={line.isChosen || undefined}
      data-one={line.consoles === 1 || undefined}
      style={{ bottom: `${(places[at] ?? 0) * 100}%` }}
    >
      {t.consolesN(line.consoles)}
    </span>
  ))
}
