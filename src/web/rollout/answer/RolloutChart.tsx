import { memo, useMemo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line as ChartLine, Scatter, XAxis, YAxis } from 'recharts'
import type { Point } from '../../../domain/rollout/curve.ts'
import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatMark } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { onPaper, plot } from './plot.ts'
import { heightOf, machineMarks, type Line } from './scale.ts'
import { axis, solidLine } from '../../ui/chart.ts'

type Props = {
  lines: readonly Line[]
  published: readonly Point[]
  most: number
  /** Marks on the axis of time, from 0 to its end. */
  marks: readonly number[]
  isOnPaper: boolean
}

const colourOf = ({ consoles, isChosen }: Line) =>
  isChosen ? 'var(--accent)' : consoles === 1 ? 'var(--ink)' : 'var(--s4)'

/** The lines over the number of machines, with the range of the chosen one as a band. It gets only the places where a line bends. */
export const RolloutChart = memo(function RolloutChart({ lines, published, most, marks, isOnPaper }: Props) {
  const t = useRolloutMessages()
  const language = useLanguage()
  const rows = useMemo(() => {
    const chosen = lines.find(({ isChosen }) => isChosen)
    const places = new Set(lines.flatMap(({ points }) => points.map(({ machines }) => machines)))
    return [...places]
      .toSorted((a, b) => a - b)
      .map((machines) => ({
        machines,
        band: chosen && [
          heightOf({ points: chosen.points.map((point) => ({ ...point, minutes: point.low })) }, machines),
          heightOf({ points: chosen.points.map((point) => ({ ...point, minutes: point.high })) }, machines),
        ],
        ...Object.fromEntries(lines.map((line) => [`c${line.consoles}`, heightOf(line, machines)])),
      }))
  }, [lines])
  return (
    <ComposedChart
      {...(isOnPaper ? onPaper : { responsive: true, style: { width: '100%', height: '100%' } })}
      data={rows}
      margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="machines"
        domain={[0, most]}
        ticks={machineMarks(most)}
        tickFormatter={(machines: number) =>
          language === 'ja' ? t.count(formatNumber(machines)) : formatNumber(machines)
        }
        height={plot.bottom}
        {...axis}
      />
      <YAxis
        domain={[0, marks.at(-1) ?? 0]}
        ticks={[...marks]}
        tickFormatter={(minutes: number) => formatMark(minutes, language)}
        allowDataOverflow
        width={plot.left}
        {...axis}
      />
      <Area
        dataKey="band"
        type="linear"
        stroke="none"
        fill="var(--accent)"
        fillOpacity={0.14}
        isAnimationActive={false}
        activeDot={false}
      />
      {lines.toReversed().map((line) => (
        <ChartLine
          key={line.consoles}
          dataKey={`c${line.consoles}`}
          stroke={colourOf(line)}
          strokeWidth={2}
          {...solidLine}
        />
      ))}
      {/* Without points of its own it would draw those of the lines. */}
      {published.length > 0 && (
        <Scatter
          data={[...published]}
          dataKey="minutes"
          fill="var(--surface)"
          stroke="var(--ink)"
          strokeWidth={2}
          isAnimationActive={false}
          shape={({ cx, cy }: { cx?: number | undefined; cy?: number | undefined }) => (
            <circle cx={cx} cy={cy} r={5} fill="var(--surface)" stroke="var(--ink)" strokeWidth={2} />
          )}
        />
      )}
    </ComposedChart>
  )
})
