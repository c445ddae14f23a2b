import { lazy, useMemo, useState } from 'react'
import { clsx } from 'clsx'
import type { PlanView } from '../../../contract/plan-view.ts'
import { formatNumber } from '../../i18n/format.ts'
import { ListField } from '../../ui/forms/controls.tsx'
import { useIsPrinting } from '../../ui/use-is-printing.ts'
import { useMedia } from '../../ui/use-media.ts'
import { usePlansMessages } from '../messages.ts'
import { Next } from '../../ui/layout/Behind.tsx'
import { PagePart } from '../../ui/layout/PagePart.tsx'
import { usePlanWords } from '../wording.ts'
import { BurnUpTable } from './BurnUpTable.tsx'
import { CurveLabels } from './CurveLabels.tsx'
import { curveOfFix, curvesOf, dayHeldTo, endOfDay } from './curves.ts'
import { apartOnAxis, axisSpan } from './scale.ts'
import styles from './BurnUpFigure.module.css'

// recharts is most of this page's weight: the words and the tables do not wait for it.
const BurnUpChart = lazy(() => import('./BurnUpChart.tsx').then((module) => ({ default: module.BurnUpChart })))

/** The size of the figure on paper, in pixels: no browser measures a page that it prints. */
const onPaper = { width: 660, height: 230 }

const whole = 'all'

/** Machines done over time, as a chart and as a table; of all fixes, or of one. */
export function BurnUpFigure({ view }: { view: PlanView }) {
  const t = usePlansMessages()
  const words = usePlanWords(view)
  const { moments, zone } = words
  const isPrinting = useIsPrinting()
  const isNarrow = useMedia('(max-width: 560px)')
  const [fix, setFix] = useState<string>(whole)
  const all = useMemo(() => curvesOf(view, zone), [view, zone])
  const curves = useMemo(() => (fix === whole ? all : curveOfFix(view, fix, all)), [view, fix, all])
  const { planned, actual, forecast, ifClosed, now, due, most } = curves
  const every = [all.planned, all.actual, all.forecast, all.ifClosed].flatMap((points) => points.map(({ at }) => at))
  const isEmpty = every.length === 0 && now === null
  if (isEmpty)
    return (
      <PagePart id="burn-up" title={t.curve.title}>
        <p className="muted">{t.curve.none}</p>
      </PagePart>
    )
  const span = axisSpan([...every, ...(now === null ? [] : [now]), ...(due === null ? [] : [due])])
  const starts = view.waves.flatMap(({ key, planned: { start } }) =>
    start === null ? [] : [{ key, name: words.waveName(key), at: Date.parse(start) }],
  )
  const dueDay = dayHeldTo(view)
  const ticks = apartOnAxis(
    [...starts.map(({ at }) => at), ...(due === null ? [] : [due])],
    span,
    isNarrow ? 0.18 : 0.075,
  )
  const marks = ticks.map((at) => ({ at, label: moments.day(at === due ? at - 1 : at) }))
  const [plannedNow, actualNow] = [planned.at(-1)?.machines ?? 0, actual.at(-1)?.machines]
  return (
    <PagePart
      id="burn-up"
      title={t.curve.title}
      note={actual.length === 0 ? t.curve.noteBefore : t.curve.note}
      actions={
        view.byFix.length > 1 && (
          <ListField
            label={t.curve.of}
            isLabelHidden
            className={clsx('on-screen', styles['choice'])}
            value={fix}
            options={[
              { value: whole, label: t.curve.allFixes },
              ...view.byFix.map(({ bulletin, done, of }) => ({
                value: bulletin,
                label: `${bulletin} ${formatNumber(done)} / ${formatNumber(of)}`,
              })),
            ]}
            onChoose={setFix}
          />
        )
      }
    >
      <figure
        className={styles['burn-up']}
        aria-label={t.curve.describe(
          formatNumber(Math.round(plannedNow)),
          actualNow === undefined ? null : formatNumber(actualNow),
        )}
        style={isPrinting ? onPaper : undefined}
      >
        <div className={styles['chart']} aria-hidden>
          <Next>
            <BurnUpChart curves={curves} span={span} marks={marks} size={isPrinting ? onPaper : null} />
          </Next>
        </div>
        <CurveLabels
          curves={curves}
          span={span}
          waves={planned.length === 0 ? [] : starts}
          closed={view.ifClosed === null || ifClosed.length === 0 ? null : words.waveName(view.ifClosed.wave)}
          dueDay={dueDay}
          farDue={due === null && dueDay !== null ? endOfDay(dueDay, zone) : null}
          isForecast={forecast.length > 0 && view.done < most}
          moments={moments}
        />
      </figure>
      <BurnUpTable view={view} curves={curves} isOpen={isPrinting} />
    </PagePart>
  )
}
