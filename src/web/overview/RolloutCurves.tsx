import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import type { Overview } from '../../contract/overview.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { formatMark } from '../i18n/moments.ts'
import { useOverviewMessages } from './messages.ts'
import styles from './RolloutBoard.module.css'

type Curves = NonNullable<Overview['rollout']>['curves']

const steps = [5, 10, 15, 30, 60, 120, 240, 480, 720, 1440]
const room = { top: 8, right: 84, bottom: 24, left: 44 }

/** From 0 to at least `minutes`, in steps that people count time in. */
function marksTo(minutes: number): number[] {
  const step = steps.find((each) => each * 4 >= minutes) ?? Math.ceil(minutes / 4 / 1440) * 1440
  return Array.from({ length: Math.max(1, Math.ceil(minutes / step)) + 1 }, (_, at) => at * step)
}

const dashes: Partial<Record<number, string>> = { 2: '7 4', 4: '2 3' }

/** Time over machines, a line for each number of consoles, named at its end. */
export function RolloutCurves({ curves }: { curves: Curves }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const most = curves[0]?.points.at(-1)?.machines ?? 0
  const ends = curves.map(({ consoles, points }) => ({ consoles, minutes: points.at(-1)?.minutes ?? 0 }))
  const marks = marksTo(Math.max(1, ...ends.map(({ minutes }) => minutes)))
  const top = marks.at(-1) ?? 1
  const tick = { fontSize: 11, fill: 'var(--ink-2)' }
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
          type="number"
          dataKey="machines"
          domain={[0, most]}
          ticks={[0, Math.round(most / 2), most]}
          tickFormatter={(machines: number) => (machines === 0 ? '0' : t.machines(formatNumber(machines)))}
          height={room.bottom}
          tickLine={false}
          axisLine={false}
          tick={tick}
        />
        <YAxis
          type="number"
          domain={[0, top]}
          ticks={marks}
          tickFormatter={(minutes: number) => formatMark(minutes, language)}
          width={room.left}
          tickLine={false}
          axisLine={false}
          tick={tick}
        />
        {curves.map(({ consoles, points }) => (
          <Line
            key={consoles}
            data={points}
            dataKey="minutes"
            type="linear"
            stroke="var(--ink)"
            strokeWidth={2}
            strokeDasharray={dashes[consoles] ?? '0'}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
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
