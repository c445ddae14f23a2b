import { lazy, Suspense, useMemo, useState } from 'react'
import { estimate } from '../../../domain/rollout/estimate.ts'
import { jobsOn, series } from '../../../domain/rollout/series.ts'
import { scaled } from '../../../domain/rollout/waves.ts'
import { dot, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { formatLength } from '../../i18n/moments.ts'
import { useRolloutMessages } from '../messages.ts'
import { usePlan } from '../plan/plan.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { EstimateTable } from './EstimateTable.tsx'
import { LineNames } from './LineNames.tsx'
import { FleetMarker } from './FleetMarker.tsx'
import { useIsPrinting } from '../../ui/use-is-printing.ts'
import { onPaper, plot } from './plot.ts'
import { minuteMarks, mostMachines, type Line } from './scale.ts'
import styles from './EstimateFigure.module.css'

// recharts is most of this page's weight: the words and the tables do not wait for it.
const RolloutChart = lazy(() => import('./RolloutChart.tsx').then((module) => ({ default: module.RolloutChart })))

/** Time over machines, as a chart with the fleet as a marker in it, and as a table. */
export function EstimateFigure() {
  return usePlan().answer.fixes.length > 0 && <Figure />
}

function Figure() {
  const { answer, inputs, facts, affected, change } = usePlan()
  const t = useRolloutMessages()
  const language = useLanguage()
  /** What the slider spreads over: all machines there are, or platforms without machines yet. */
  const fleet = answer.fleet.length > 0 ? answer.fleet : affected.map((platform) => ({ platform, count: 0 }))
  const source = facts.bulletins.find(({ rollout }) => rollout.length > 0)?.rollout[0]
  // What rounding loses while a fleet is made smaller would not come back: its mix is that of the moment of grabbing.
  const [mix, setMix] = useState(fleet)
  const isPrinting = useIsPrinting()
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
    const ends = lines.map(({ points, isChosen }) => points.at(-1)?.[isChosen ? 'high' : 'minutes'] ?? 0)
    return minuteMarks(Math.max(1, ...published.map(({ minutes }) => minutes), ...ends))
  }, [lines, published])
  const top = marks.at(-1) ?? 0
  const minutesAt = (count: number) => estimate(jobsOn(fixes, answer.fleet, count), circumstances).minutes
  const textAt = (count: number) =>
    t.markerText(t.count(formatNumber(count)), circumstances.consoles, formatLength(minutesAt(count), language))
  const isRestarted = circumstances.restartMinutes > 0 && fixes.some(({ mayRestart }) => mayRestart)
  const hasAddition = isRestarted || circumstances.failureShare > 0
  const isPartlyAssumed = source !== undefined && fixes.some(({ curve }) => curve.published.length === 0)
  return (
    <Panel
      id="estimate"
      title={t.estimate}
      note={[
        source === undefined
          ? t.assumed
          : `${published.length > 0 ? '○ ' : ''}${t.published(source.tool, source.consoles)}`,
        ...(isPartlyAssumed ? [t.partlyAssumed] : []),
        ...(hasAddition ? [t.includes] : []),
      ].join(dot(language))}
    >
      <figure
        className={styles['estimate-figure']}
        aria-label={t.chart(formatNumber(most))}
        style={isPrinting ? onPaper : undefined}
      >
        <div className={styles['chart']} aria-hidden>
          <Suspense>
            <RolloutChart lines={lines} published={published} most={most} marks={marks} isOnPaper={isPrinting} />
          </Suspense>
        </div>
        <div
          className={styles['over']}
          style={{ inset: `${plot.top}px ${plot.right}px ${plot.bottom}px ${plot.left}px` }}
        >
          <LineNames lines={lines} top={top} />
          <FleetMarker
            machines={machines}
            most={most}
            top={top}
            minutesAt={minutesAt}
            textAt={textAt}
            onGrab={() => setMix(fleet)}
            onChange={(total) => {
              const others = inputs.fleet.filter(({ platform }) => !affected.includes(platform))
              change({ fleet: [...others, ...scaled(mix, total)] })
            }}
          />
        </div>
      </figure>
      <EstimateTable lines={lines} most={most} isOpen={isPrinting} />
    </Panel>
  )
}
