import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { formatLength } from '../i18n/moments.ts'
import { Board } from './Board.tsx'
import { useOverviewMessages } from './messages.ts'
import styles from './RolloutBoard.module.css'

// recharts is larger than the rest of the page: the words and the table do not wait for it.
const RolloutCurves = lazy(() => import('./RolloutCurves.tsx').then((module) => ({ default: module.RolloutCurves })))

type Props = { overview: Overview; className?: string | undefined }
type Rollout = NonNullable<Overview['rollout']>

const lastOf = ({ curves }: Rollout, consoles: number) =>
  curves.find((curve) => curve.consoles === consoles)?.points.at(-1)?.minutes ?? 0

/** How many machines have all that they need of the release, and how long the others would take. */
export function RolloutBoard({ overview: { rollout, state }, className }: Props) {
  const t = useOverviewMessages()
  if (rollout === null || state === 'no-fleet') return null
  const { machines, patched } = rollout
  const left = machines - patched
  return (
    <Board id="rollout" title={t.rollout} className={className} links={<Link to="/rollout">{t.toPlan}</Link>}>
      <div className={styles['rollout-board']}>
        <p>
          <b className={styles['figure']}>{formatNumber(patched)}</b>
          {t.patched(formatNumber(machines), `${Math.floor((patched / Math.max(1, machines)) * 100)}%`)}
        </p>
        <span className={styles['meter']} aria-hidden>
          <i style={{ width: `${(patched / Math.max(1, machines)) * 100}%` }} />
        </span>
        {left > 0 && rollout.curves.length > 0 && <Estimate rollout={rollout} left={left} />}
      </div>
    </Board>
  )
}

/** The time that the rest takes: in words, as lines, and for who does not see them as a table. */
function Estimate({ rollout, left }: { rollout: Rollout; left: number }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const time = (consoles: number) => formatLength(lastOf(rollout, consoles), language)
  const words = t.estimate(formatNumber(left), time(1), time(2), time(4))
  const [first] = rollout.curves
  const rows = first?.points.map(({ machines }) => machines).filter((machines) => machines > 1) ?? []
  return (
    <>
      <p className={styles['words']}>
        {words.map((word, at) => (at % 2 === 1 ? <b key={word}>{word}</b> : word))}{' '}
        {rollout.isAssumed && <span className="muted">{t.assumed}</span>}
      </p>
      <div className={styles['chart']} aria-hidden>
        <Suspense>
          <RolloutCurves curves={rollout.curves} />
        </Suspense>
      </div>
      <table className={styles['table']}>
        <caption>{t.curveOf(formatNumber(left))}</caption>
        <thead>
          <tr>
            <th>{t.tableMachines}</th>
            {rollout.curves.map(({ consoles }) => (
              <th key={consoles}>{t.consoles(consoles)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((machines) => (
            <tr key={machines}>
              <th scope="row">{formatNumber(machines)}</th>
              {rollout.curves.map(({ consoles, points }) => (
                <td key={consoles}>{formatLength(minutesAt(points, machines), language)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Minutes on a line, straight between its points. */
function minutesAt(points: Rollout['curves'][number]['points'], machines: number): number {
  const to = points.findIndex((point) => point.machines >= machines)
  const [before, after] = [points[Math.max(0, to - 1)], points[Math.max(0, to)]]
  if (before === undefined || after === undefined || before === after) return after?.minutes ?? 0
  return (
    before.minutes +
    ((machines - before.machines) / (after.machines - before.machines)) * (after.minutes - before.minutes)
  )
}
