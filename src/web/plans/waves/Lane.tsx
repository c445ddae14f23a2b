import type { Drawn } from './lane.ts'
import styles from './WaveBoard.module.css'

/** The size of a lane in its own units, and where its lines begin: before them they are named. */
const [width, height, left] = [200, 40, 46]
const x = (share: number) => left + share * (width - left - 4)

type Props = {
  planned: Drawn | null
  actual: Drawn | null
  /** Null where nothing has begun: then only the plan is drawn. `instead`: said where no course as it went can be drawn. */
  labels: { planned: string; actual: string; instead: string } | null
}

/** A wave as planned, thin, over the wave as it went, thick: half of its machines, nine of ten, the last. */
export function Lane({ planned, actual, labels }: Props) {
  if (labels === null)
    return (
      <svg className={styles['lane']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
        {planned !== null && <Course of={planned} y={height / 2} colour="var(--ink-3)" thickness={1.5} />}
      </svg>
    )
  return (
    <svg className={styles['lane']} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <text x={0} y={15}>
        {labels.planned}
      </text>
      <text x={0} y={33} className={styles['own']}>
        {labels.actual}
      </text>
      {planned !== null && <Course of={planned} y={11} colour="var(--ink-3)" thickness={1.5} />}
      {actual === null ? (
        <text x={left} y={33}>
          {labels.instead}
        </text>
      ) : (
        <Course of={actual} y={29} colour="var(--ink)" thickness={3} />
      )}
    </svg>
  )
}

type CourseProps = { of: Drawn; y: number; colour: string; thickness: number }

function Course({ of: { from, to, dots, end, isOpen }, y, colour, thickness }: CourseProps) {
  return (
    <g stroke={colour} fill={colour}>
      <path d={`M${x(from)} ${y}H${x(to)}`} strokeWidth={thickness} />
      {isOpen && <path d={`M${x(to)} ${y}H${x(1)}`} strokeWidth={1.5} strokeDasharray="2 4" />}
      {dots.map((at) => (
        <circle key={at} cx={x(at)} cy={y} r={3.5} stroke="none" />
      ))}
      {end !== null && <path d={`M${x(end)} ${y - 6}v12`} strokeWidth={2.5} />}
    </g>
  )
}
