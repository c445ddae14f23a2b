import type { MeasuredRollout, Measurement } from '../../../contract/rollouts.ts'
import { calibrate, isSameCalibration, type Calibration, type JudgedRun } from '../../../domain/rollout/measured.ts'
import { useMeasuredMessages } from './messages.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { NewRun } from './NewRun.tsx'
import { RunTable } from './RunTable.tsx'
import './MeasuredPanel.css'

/** Each change gives all that are on file then. */
export type EditRuns = {
  record: (bulletin: string, measurement: Measurement) => Promise<MeasuredRollout[]>
  withdraw: (id: number) => Promise<MeasuredRollout[]>
}

type Props = {
  /** The bulletins of the plan, of which runs can be entered. */
  bulletins: readonly string[]
  /** The machines of the plan that a bulletin is for. */
  machinesOf: (bulletin: string) => number
  consoles: number
  tool: string
  /** Today, as a calendar day of this device. */
  today: string
  /** What is on file, the first first. */
  runs: readonly MeasuredRollout[]
  judge: (runs: readonly MeasuredRollout[]) => JudgedRun[]
  /** Null for who may only look. */
  edit: EditRuns | null
  /** What the plan is corrected by. */
  calibration: Calibration | null
  onChange: (calibration: Calibration | null) => void
}

const ratio = (value: number) => value.toFixed(2)

/** How long real rollouts took, and whether the plan is corrected by them. */
export function MeasuredPanel({ runs, judge, edit, calibration, onChange, ...plan }: Props) {
  const t = useMeasuredMessages()
  const judged = judge(runs)
  const own = calibrate(judged, plan.tool)
  const isForeign = calibration !== null && !isSameCalibration(calibration, own)
  /** A plan that was corrected by the runs before follows those after, and so does one that there were none for. */
  const follow = (after: readonly MeasuredRollout[]) => {
    if (isForeign || (calibration === null && own.runs > 0)) return
    const next = calibrate(judge(after), plan.tool)
    onChange(next.runs === 0 ? null : next)
  }
  return (
    <Panel id="measured" title={t.title}>
      <p className="muted">{edit === null ? t.hintToLook : t.hint}</p>
      <div className="measured">
        {own.runs > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={calibration !== null}
              onChange={({ target }) => onChange(target.checked ? own : null)}
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
            <button type="button" className="button" onClick={() => onChange(own.runs > 0 ? own : null)}>
              {own.runs > 0 ? t.useOwn : t.correctNot}
            </button>
          </p>
        )}
        {/* It stays when it has nothing more to show: what it did last is still to be followed. */}
        <RunTable judged={judged} onWithdraw={edit && edit.withdraw} onDone={follow} />
        {edit !== null && plan.bulletins.length > 0 && (
          <NewRun key={plan.bulletins.join(' ')} {...plan} onRecord={edit.record} onDone={follow} />
        )}
      </div>
    </Panel>
  )
}
