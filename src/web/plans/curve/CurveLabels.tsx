import { clsx } from 'clsx'
import { formatNumber } from '../../i18n/format.ts'
import { shortDay } from '../../i18n/days.ts'
import { useLanguage } from '../../i18n/language.tsx'
import type { Moments } from '../../i18n/moments.ts'
import { usePlansMessages } from '../messages.ts'
import { room, type Curves } from './BurnUpChart.tsx'
import { FarDue } from './FarDue.tsx'
import { machinesAt, shareAt } from './scale.ts'
import styles from './CurveLabels.module.css'

/** Where a wave rises on the planned curve. */
export type WaveFoot = { key: string; name: string; at: number }

type Props = {
  curves: Curves
  span: { start: number; end: number }
  /** Shown where there is room for it. */
  waves: readonly WaveFoot[]
  /** What stays closed, such as `Wave 5`; null for nothing. */
  closed: string | null
  /** The due day, ISO 8601: its end is `due`, or `farDue` where that is far from the curves. */
  dueDay: string | null
  farDue: number | null
  /** Whether the end of the forecast is still to come. */
  isForecast: boolean
  moments: Moments
}

/** The least share of the axis between two names of waves. */
const leastBetween = 0.055
/** Under this share of the machines there is no room below a curve. */
const lowest = 0.12
/** From here on a label would not fit before the right edge, as a share of the axis. */
const rightmost = 0.78
/** So close two labels cover each other, as a share of the axis. */
const nearby = 0.16

/** What the curves are called, written beside them. The table says the same to who does not see them. */
export function CurveLabels({ curves, span, waves, closed, dueDay, farDue, isForecast, moments }: Props) {
  const t = usePlansMessages()
  const { planned, actual, forecast, ifClosed, now, due, most } = curves
  const x = (at: number) => shareAt(at, span)
  const place = (at: number, machines: number) => ({
    left: `${x(at) * 100}%`,
    bottom: `${(machines / Math.max(1, most)) * 100}%`,
  })
  const [last, end] = [actual.at(-1), forecast.at(-1)]
  const language = useLanguage()
  const plateau = ifClosed.findLast(({ machines }) => machines < most)
  const closedAt = ifClosed.find(({ machines }) => machines === plateau?.machines)?.at ?? 0
  const isNowAtLeft = now !== null && x(now) < 0.22
  // So near the bottom the moment of now is written at the top, and all figures above their curves.
  const isLow = last !== undefined && last.machines < most * lowest
  const isNear = (at: number, other: number | null) => other !== null && Math.abs(x(at) - x(other)) < nearby
  const feet = waves.filter((wave, position) => {
    const before = waves[position - 1]
    const isApart = before === undefined || x(wave.at) - x(before.at) >= leastBetween
    const isAtFoot = machinesAt(planned, wave.at) < most * 0.1
    const isCovered = isAtFoot && ((isNowAtLeft && isLow) || isNear(wave.at, now) || isNear(wave.at, due))
    const isUnderFigures = now !== null && x(wave.at) > x(now) - nearby && x(wave.at) < x(now) + 0.02
    return isApart && !isCovered && !isUnderFigures && x(wave.at) > 0.05
  })
  const plannedNow = now === null ? 0 : machinesAt(planned, now)
  // Under the top, where the finish is named.
  const isPlannedShown = planned.length > 0 && plannedNow < most * 0.92
  return (
    <div
      className={styles['curve-labels']}
      style={{ inset: `${room.top}px ${room.right}px ${room.bottom}px ${room.left}px` }}
      aria-hidden
    >
      {feet.map(({ key, name, at }) => (
        <span
          key={key}
          className={clsx(styles['foot'], styles['end'])}
          style={{ ...place(at, machinesAt(planned, at)), maxWidth: `max(${x(at) * 100}% - 6px, 6em)` }}
        >
          {name}
        </span>
      ))}
      {last !== undefined && now !== null && (
        <>
          {isPlannedShown && (
            <span
              className={clsx(styles['planned'], isNowAtLeft ? styles['start'] : styles['end'])}
              data-raised={(isLow && plannedNow < last.machines + most * lowest) || undefined}
              style={place(now, Math.max(last.machines, plannedNow))}
            >
              {t.curve.plannedNow(formatNumber(Math.round(plannedNow)))}
            </span>
          )}
          <b
            className={clsx(styles['actual'], isNowAtLeft ? styles['start'] : styles['end'])}
            data-raised={isLow || undefined}
            style={place(now, last.machines)}
          >
            {t.curve.actualNow(formatNumber(last.machines))}
          </b>
        </>
      )}
      {end !== undefined && isForecast && (
        <b
          className={clsx(styles['finish'], x(end.at) < 0.25 ? styles['start'] : styles['end'])}
          style={place(end.at, most)}
        >
          {t.curve.finish(`${moments.day(end.at)} ${moments.time(end.at)}`)}
        </b>
      )}
      {plateau !== undefined && closed !== null && (
        <b
          className={clsx(styles['closed'], x(closedAt) > rightmost ? styles['end'] : styles['start'])}
          data-lowered={(x(closedAt) > rightmost && isNear(closedAt, now)) || undefined}
          style={place(closedAt, plateau.machines)}
        >
          {t.curve.ifClosed(
            closed,
            `${moments.day(ifClosed.at(-1)?.at ?? 0)} ${moments.time(ifClosed.at(-1)?.at ?? 0)}`,
          )}
        </b>
      )}
      {now !== null && (
        <span
          className={clsx(styles['now'], x(now) > 0.6 ? styles['end'] : styles['start'])}
          data-top={isLow || undefined}
          style={place(now, isLow ? most : 0)}
        >
          {t.curve.now(`${moments.day(now)} ${moments.time(now)}`)}
        </span>
      )}
      {due !== null && dueDay !== null && (
        <b
          className={clsx(styles['due'], x(due) > 0.85 ? styles['end'] : styles['start'])}
          data-raised={(now !== null && !isLow && Math.abs(x(now) - x(due)) < 0.2) || undefined}
          style={place(due, 0)}
        >
          {t.curve.due(shortDay(dueDay, dueDay, language))}
        </b>
      )}
      {farDue !== null && dueDay !== null && (
        <FarDue
          day={shortDay(dueDay, moments.iso(now ?? span.end).slice(0, 10), language)}
          isBefore={farDue < span.start}
          finish={isForecast && end !== undefined ? x(end.at) : null}
        />
      )}
    </div>
  )
}
