import { lazy, Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { Overview } from '../../contract/overview.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { formatLength } from '../i18n/moments.ts'
import { Behind } from '../ui/layout/Behind.tsx'
import { Board } from './Board.tsx'
import { ProgressBar } from '../ui/marks/ProgressBar.tsx'
import { useOverviewMessages } from './messages.ts'
import { lazyPart } from '../lib/lazy-part.tsx'
import { loadTemporal } from '../lib/temporal.ts'
import styles from './RolloutBoard.module.css'

// recharts is larger than the rest of the page: the words do not wait for it.
const RolloutCurves = lazy(() => import('./RolloutCurves.tsx').then((module) => ({ default: module.RolloutCurves })))
const RunningPlans = lazyPart('RunningPlans', async () => {
  const [module] = await Promise.all([import('../plans/running/RunningPlans.tsx'), loadTemporal()])
  return module.RunningPlans
})

type Props = { overview: Overview; className?: string | undefined }
type Rollout = NonNullable<Overview['rollout']>

const lastOf = ({ curves }: Rollout, consoles: number) =>
  curves.find((curve) => curve.consoles === consoles)?.points.at(-1)?.minutes ?? 0

/** The plans that run; without one, how many machines have all that they need of the release, and how long the others would take. */
export function RolloutBoard({ overview: { rollout, state, plans }, className }: Props) {
  const t = useOverviewMessages()
  const links = <Link to="/rollout">{t.toPlan}</Link>
  if (plans.length > 0)
    return (
      <Board id="rollout" title={t.rollout} className={className} links={links}>
        <Suspense fallback={<div className={styles['plans']} />}>
          <RunningPlans plans={plans} />
        </Suspense>
      </Board>
    )
  if (rollout === null || state === 'no-fleet') return null
  const { machines, patched } = rollout
  const left = machines - patched
  return (
    <Board id="rollout" title={t.rollout} className={className} links={links}>
      <div className={styles['rollout-board']}>
        <p>
          <b className={styles['figure']}>{formatNumber(patched)}</b>
          {t.patched(formatNumber(machines), `${Math.floor((patched / Math.max(1, machines)) * 100)}%`)}
        </p>
        <div className={styles['done']}>
          <ProgressBar done={patched} total={machines} />
        </div>
        {left > 0 && rollout.curves.length > 0 && <Estimate rollout={rollout} left={left} />}
      </div>
    </Board>
  )
}

/** The time that the rest takes: in words, and as lines. */
function Estimate({ rollout, left }: { rollout: Rollout; left: number }) {
  const t = useOverviewMessages()
  const language = useLanguage()
  const time = (consoles: number) => formatLength(lastOf(rollout, consoles), language)
  const words = t.estimate(formatNumber(left), time(1), time(2), time(4))
  return (
    <>
      <p>
        {words.map((word, at) => (at % 2 === 1 ? <b key={word}>{word}</b> : word))}{' '}
        {rollout.isAssumed && <span className="muted">{t.assumed}</span>}
      </p>
      <Behind fallback={<div className={styles['chart']} />}>
        <RolloutCurves curves={rollout.curves} left={left} />
      </Behind>
    </>
  )
}
