import { memo } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts'
import { formatNumber } from '../../i18n/format.ts'
import { burnUpMarks, type CurvePoint } from './scale.ts'
import { axis, solidLine } from '../../ui/chart.ts'

/** The room around the plot, in pixels: what is written over the chart keeps to it too. */
export const room = { left: 46, right: 18, top: 26, bottom: 22 }

/** What is drawn: machines over time. A curve that there is not is empty. */
export type Curves = {
  planned: readonly CurvePoint[]
  actual: readonly CurvePoint[]
  forecast: readonly CurvePoint[]
  /** What becomes of it while a gate stays closed. */
  ifClosed: readonly CurvePoint[]
  /** This moment; null where the plan is not under way. */
  now: number | null
  /** The last due day that counts; null for none. */
  due: number | null
  most: number
}

type Props = {
  curves: Curves
  span: { start: number; end: number }
  marks: readonly { at: number; label: string }[]
  /** A size in pixels, for paper, where nothing is measured; null fills the room there is. */
  size: { width: number; height: number } | null
}

const styles = {
  planned: { stroke: 'var(--ink-3)', strokeWidth: 1.3 },
  ifClosed: { stroke: 'var(--s2)', strokeWidth: 1.5, strokeDasharray: '2 3' },
  forecast: { stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: '5 3' },
  actual: { stroke: 'var(--ink)', strokeWidth: 2.6 },
} as const

/** Done machines over time: thick as it was, thin as planned, dashed as it will be, dotted while a gate stays closed. */
export const BurnUpChart = memo(function BurnUpChart({ curves, span, marks, size }: Props) {
  const { actual, now, due, most } = curves
  const last = actual.at(-1)
  const labels = new Map(marks.map(({ at, label }) => [at, label]))
  return (
    <LineChart
      {...(size ?? { responsive: true, style: { width: '100%', height: '100%' } })}
      margin={{ top: room.top, right: room.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="at"
        domain={[span.start, span.end]}
        ticks={marks.map(({ at }) => at)}
        tickFormatter={(at: number) => labels.get(at) ?? ''}
        interval={0}
        height={room.bottom}
        {...axis}
      />
      <YAxis domain={[0, most]} ticks={burnUpMarks(most)} tickFormatter={formatNumber} width={room.left} {...axis} />
      {now !== null && <ReferenceLine x={now} stroke="var(--line-2)" strokeDasharray="2 3" />}
      {due !== null && <ReferenceLine x={due} stroke="var(--s1)" strokeWidth={1.5} />}
      {(['planned', 'ifClosed', 'forecast', 'actual'] as const).map((name) => (
        <Line
          key={name}
          data={[...curves[name]]}
          dataKey="machines"
          strokeDasharray="0"
          {...styles[name]}
          {...solidLine}
        />
      ))}
      {last !== undefined && now !== null && (
        <ReferenceDot x={last.at} y={last.machines} r={4} fill="var(--ink)" stroke="none" />
      )}
    </LineChart>
  )
})
