import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { Overview } from '../../contract/overview.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { formatLength, formatMark } from '../i18n/moments.ts'
import { useOverviewMessages } from './messages.ts'
import styles from './RolloutBoard.module.css'
import { axis, solidLine } from '../ui/chart.ts'

type Curves = NonNullable<Overview['rollout']>['curves']

const steps = [5, 10, 15, 30, 60, 120, 240, 480, 720, 1440]
const room = { top: 8, right: 84, bottom: 24, left: 44 }

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

/** The lines, each named at its end. */
function Lines({ curves }: Pick<Props, 'curves'>) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const most = curves[0]?.points.at(-1)?.machines ?? 0
  const ends = curves.map(({ consoles, points }) => ({ consoles, minutes: points.at(-1)?.minutes ?? 0 }))
  const marks = marksTo(Math.max(1, ...ends.map(({ minutes }) => minutes)))
  const top = marks.at(-1) ?? 1
  return (
    <>
      <LineChart
        responsive
        style={{ width: '100%', height: '100%' }}
        margin={{ top: room.top, right: room.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="machines"
          domain={[0, most]}
          ticks={[0, Math.round(most / 2), most]}
          tickFormatter={(machines: number) => (machines === 0 ? '0' : t.machines(formatNumber(machines)))}
          height={room.bottom}
          {...axis}
        />
        <YAxis
          domain={[0, top]}
          ticks={marks}
          tickFormatter={(minutes: number) => formatMark(minutes, language)}
          width={room.left}
          {...axis}
        />
        {curves.map(({ consoles, points }) => (
          <Line
            key={consoles}
            data={points}
            dataKey="minutes"
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray={dashes[consoles] ?? '0'}
            {...solidLine}
          />
        ))}
      </LineChart>
      <div
        className={styles['names']}
        style={{ inset: `${room.top}px 0 ${room.bottom}px auto`, width: `${room.right - 6}px` }}
      >
        {ends.map(({ consoles, minutes }) => (
          <span key={consoles} style={{ bottom: `${(minutes / top) * 100}%` }}>
            {t.consoles(consoles)}
          </span>
        ))}
      </div>
    </>
  )
}
