import type { Overview } from '../../contract/overview.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { formatLength, formatMark } from '../i18n/moments.ts'
import { useOverviewMessages } from './messages.ts'
import styles from './RolloutBoard.module.css'

type Curves = NonNullable<Overview['rollout']>['curves']

const steps = [5, 10, 15, 30, 60, 120, 240, 480, 720, 1440]

/** From 0 to at least `minutes`, in steps that people count time in. */
function marksTo(minutes: number): number[] {
  const step = steps.find((each) => each * 4 >= minutes) ?? Math.ceil(minutes / 4 / 1440) * 1440
  return Array.from({ length: Math.max(1, Math.ceil(minutes / step)) + 1 }, (_, at) => at * step)
}

const dashes: Partial<Record<number, string>> = { 2: '7 4', 4: '2 3' }

type Props = {
  curves: Curves
  /** Machines that are not done. */
  left: number
}

/** Time over machines, a line for each number of consoles; and for who does not see them as a table. */
export function RolloutCurves({ curves, left }: Props) {
  return (
    <>
      <div className={styles['chart']} aria-hidden>
        <Lines curves={curves} />
      </div>
      <CurveTable curves={curves} left={left} />
    </>
  )
}

/** Minutes on a line, straight between its points. */
function minutesAt(points: Curves[number]['points'], machines: number): number {
  const to = points.findIndex((point) => point.machines >= machines)
  const [before, after] = [points[Math.max(0, to - 1)], points[Math.max(0, to)]]
  if (before === undefined || after === undefined || before === after) return after?.minutes ?? 0
  return (
    before.minutes +
    ((machines - before.machines) / (after.machines - before.machines)) * (after.minutes - before.minutes)
  )
}

function CurveTable({ curves, left }: Props) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const rows = curves[0]?.points.map(({ machines }) => machines).filter((machines) => machines > 1) ?? []
  return (
    <table className={styles['table']}>
      <caption>{t.curveOf(formatNumber(left))}</caption>
      <thead>
        <tr>
          <th>{t.tableMachines}</th>
          {curves.map(({ consoles }) => (
            <th key={consoles}>{t.consoles(consoles)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((machines) => (
          <tr key={machines}>
            <th scope="row">{formatNumber(machines)}</th>
            {curves.map(({ consoles, points }) => (
              <td key={consoles}>{formatLength(minutesAt(points, machines), language)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The lines, each named at its end. They are few and straight: a drawing of our own is a small part of what a library is. */
function Lines({ curves }: Pick<Props, 'curves'>) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const most = curves[0]?.points.at(-1)?.machines ?? 0
  const ends = curves.map(({ consoles, points }) => ({ consoles, minutes: points.at(-1)?.minutes ?? 0 }))
  const marks = marksTo(Math.max(1, ...ends.map(({ minutes }) => minutes)))
  const top = marks.at(-1) ?? 1
  const heightOf = (minutes: number) => `${(minutes / top) * 100}%`
  return (
    <div className={styles['plot']}>
      <svg viewBox={`0 0 ${most} ${top}`} preserveAspectRatio="none">
        <path className={styles['grid']} d={marks.map((minutes) => `M0 ${top - minutes}H${most}`).join('')} />
        {curves.map(({ consoles, points }) => (
          <polyline
            key={consoles}
            points={points.map(({ machines, minutes }) => `${machines},${top - minutes}`).join(' ')}
            strokeDasharray={dashes[consoles]}
          />
        ))}
      </svg>
      {marks.map((minutes) => (
        <span key={minutes} className={styles['minutes']} style={{ bottom: heightOf(minutes) }}>
          {formatMark(minutes, language)}
        </span>
      ))}
      {[0, Math.round(most / 2), most].map((machines) => (
        <span key={machines} className={styles['machines']} style={{ left: `${(machines / most) * 100}%` }}>
          {machines === 0 ? '0' : t.machines(formatNumber(machines))}
        </span>
      ))}
      {ends.map(({ consoles, minutes }) => (
        <span key={consoles} className={styles['name']} style={{ bottom: heightOf(minutes) }}>
          {t.consoles(consoles)}
        </span>
      ))}
    </div>
  )
}
