import { lazy, Suspense, useMemo, useState } from 'react'
import type { Answer } from '../../../domain/rollout/answer.ts'
import { estimate } from '../../../domain/rollout/estimate.ts'
import { jobsOn, series } from '../../../domain/rollout/series.ts'
import { scaled, type Machines } from '../../../domain/rollout/waves.ts'
import { formatMinutes, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { EstimateTable } from './EstimateTable.tsx'
import { FleetMarker } from './FleetMarker.tsx'
import { plot } from './plot.ts'
import { endOf, minuteMarks, mostMachines, type Line } from './scale.ts'
import './EstimateFigure.css'

// recharts is most of this page's weight: the words and the tables do not wait for it.
const RolloutChart = lazy(() => import('./RolloutChart.tsx').then((module) => ({ default: module.RolloutChart })))

type Props = {
  answer: Answer
  /** The machines that the chart's slider spreads over; all there are, or platforms without machines yet. */
  fleet: readonly Machines[]
  /** What was published, and by which tool; null where nothing was. */
  source: { tool: string; consoles: number } | null
  onFleet: (fleet: Machines[]) => void
}

/** Time over machines, as a chart with the fleet as a marker in it, and as a table. */
export function EstimateFigure({ answer, fleet, source, onFleet }: Props) {
  const t = useRolloutMessages()
  const language = useLanguage()
  // What rounding loses while a fleet is made smaller would not come back: its mix is that of the moment of grabbing.
  const [mix, setMix] = useState(fleet)
  const { fixes, circumstances, machines } = answer
  // The lines are of all fixes together: beside those of several, the points of one say nothing.
  const published = useMemo(() => (fixes.length === 1 ? (fixes[0]?.curve.published ?? []) : []), [fixes])
  const most = mostMachines(machines, Math.max(0, ...published.map((point) => point.machines)))
  const lines = useMemo(
    () =>
      [...new Set([1, 2, 4, circumstances.consoles])]
        .toSorted((a, b) => a - b)
        .map((consoles): Line => ({
          consoles,
          isChosen: consoles === circumstances.consoles,
          points: series(fixes, answer.fleet, { ...circumstances, consoles }, most),
        })),
    [fixes, answer.fleet, circumstances, most],
  )
  const marks = useMemo(() => {
    const chosen = lines.find(({ isChosen }) => isChosen)
    return minuteMarks(Math.max(1, ...published.map(({ minutes }) => minutes), chosen?.points.at(-1)?.high ?? 0))
  }, [lines, published])
  const top = marks.at(-1) ?? 0
  const minutesAt = (count: number) => estimate(jobsOn(fixes, answer.fleet, count), circumstances).minutes
  const textAt = (count: number) =>
    t.markerText(t.count(formatNumber(count)), circumstances.consoles, formatLength(minutesAt(count), language))
  const isRestarted = circumstances.restartMinutes > 0 && fixes.some(({ mayRestart }) => mayRestart)
  const hasAddition = isRestarted || circumstances.failureShare > 0
  const isPartlyAssumed = source !== null && fixes.some(({ curve }) => curve.published.length === 0)
  return (
    <Panel
      id="estimate"
      title={t.estimate}
      note={[
        source === null ? t.assumed : `${published.length > 0 ? '○ ' : ''}${t.published(source.tool, source.consoles)}`,
        ...(isPartlyAssumed ? [t.partlyAssumed] : []),
        ...(hasAddition ? [t.includes] : []),
      ].join(' ・ ')}
    >
      <figure className="estimate-figure" aria-label={t.chart(formatNumber(most))}>
        <div className="chart" aria-hidden>
          <Suspense>
            <RolloutChart lines={lines} published={published} most={most} marks={marks} />
          </Suspense>
        </div>
        <div className="over" style={{ inset: `${plot.top}px ${plot.right}px ${plot.bottom}px ${plot.left}px` }}>
          {lines.map((line) => {
            const end = endOf(line, most, top)
            return (
              <span
                key={line.consoles}
                className="line-name"
                aria-hidden
                data-chosen={line.isChosen || undefined}
                data-one={line.consoles === 1 || undefined}
                data-cut={end.minutes === top || undefined}
                style={{ left: `${(end.machines / most) * 100}%`, bottom: `${(end.minutes / top) * 100}%` }}
              >
                {line.consoles === 1 ? t.consolesN(1) : line.consoles}
              </span>
            )
          })}
          <FleetMarker
            machines={machines}
            most={most}
            top={top}
            minutesAt={minutesAt}
            textAt={textAt}
            onGrab={() => setMix(fleet)}
            onChange={(total) => onFleet(scaled(mix, total))}
          />
        </div>
      </figure>
      <EstimateTable answer={answer} lines={lines} most={most} format={(minutes) => formatMinutes(minutes, language)} />
    </Panel>
  )
}
