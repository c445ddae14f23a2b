import { clsx } from 'clsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { MeasuredRollout } from '../../../contract/rollouts.ts'
import { isSameCalibration } from '../../../domain/rollout/measured.ts'
import { useMay } from '../../lib/me.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { calibrationOf, judgeRuns } from '../plan/calibration.ts'
import { usePlan } from '../plan/plan.tsx'
import { rolloutsQuery } from '../queries.ts'
import { useMeasuredMessages } from './messages.ts'
import { NewRun } from './NewRun.tsx'
import { RunTable } from './RunTable.tsx'
import styles from './MeasuredPanel.module.css'

const ratio = (value: number) => value.toFixed(2)

/** How long real rollouts took, and whether the plan is corrected by them. */
export function MeasuredPanel() {
  const { inputs, answer, summaryOf, change } = usePlan()
  const { calibration } = inputs
  const { data: runs } = useSuspenseQuery(rolloutsQuery())
  const mayEdit = useMay('analyst')
  const t = useMeasuredMessages()
  const judged = judgeRuns(runs, inputs, summaryOf)
  const own = calibrationOf(runs, inputs, summaryOf)
  const isForeign = calibration !== null && !isSameCalibration(calibration, own)
  /** A plan that was corrected by the runs before follows those after, and so does one that there were none for. */
  const follow = (after: readonly MeasuredRollout[]) => {
    if (isForeign || (calibration === null && own.runs > 0)) return
    const next = calibrationOf(after, inputs, summaryOf)
    change({ calibration: next.runs === 0 ? null : next })
  }
  return (
    <Panel id="measured" title={t.title}>
      <p className="muted">{mayEdit ? t.hint : t.hintToLook}</p>
      <div className={styles['measured']}>
        {own.runs > 0 && (
          <label className={clsx('check', styles['correct'])}>
            <input
              type="checkbox"
              checked={calibration !== null}
              onChange={({ target }) => change({ calibration: target.checked ? own : null })}
            />
            {t.correct}
            <span className="muted">
              {own.runs === 1
                ? t.correctWithOne(ratio(own.median))
                : t.correctWith(own.runs, ratio(own.median), ratio(own.low), ratio(own.high))}
            </span>
          </label>
        )}
        {own.runs === 0 && judged.some(({ excluded }) => excluded === null) && <p className="muted">{t.oneIsNot}</p>}
        {isForeign && (
          <p>
            {t.correctedElsewhere(calibration.runs, ratio(calibration.median))}{' '}
            <button type="button" className="button" onClick={() => change({ calibration: own.runs > 0 ? own : null })}>
              {own.runs > 0 ? t.useOwn : t.correctNot}
            </button>
          </p>
        )}
        {/* It stays without runs: what it did last is still to be followed. */}
        <RunTable judged={judged} mayEdit={mayEdit} onDone={follow} />
        {mayEdit && answer.fixes.length > 0 && (
          <NewRun key={answer.fixes.map(({ id }) => id).join(' ')} onDone={follow} />
        )}
      </div>
    </Panel>
  )
}
