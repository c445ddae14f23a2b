import { useState } from 'react'
import { ApiError } from '../../../client/api.ts'
import type { MeasuredRollout } from '../../../contract/rollouts.ts'
import {
  calibrate,
  isSameCalibration,
  type Calibration,
  type JudgedRun,
  type MeasuredRun,
} from '../../../domain/rollout/measured.ts'
import { formatDay, formatMinutes, formatNumber } from '../../../i18n/format.ts'
import { useMessages } from '../../../i18n/messages.ts'
import { useRolloutMessages } from '../../../i18n/rollout-messages.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { NumberField } from '../inputs/NumberField.tsx'
import './MeasuredPanel.css'

type Props = {
  /** The bulletins of the plan, of which runs can be entered. */
  bulletins: readonly string[]
  machines: number
  consoles: number
  /** Today, as a calendar day of this device. */
  today: string
  /** What is on file, the first first. */
  runs: readonly MeasuredRollout[]
  /** How many are kept on this device since the times when there was no other place for them. */
  kept: number
  judge: (runs: readonly MeasuredRun[]) => JudgedRun[]
  /** Each gives all that are on file then; null for who may only look. */
  edit: {
    record: (run: MeasuredRun) => Promise<readonly MeasuredRollout[]>
    withdraw: (id: number) => Promise<readonly MeasuredRollout[]>
    /** Puts on file what is kept on this device. */
    move: () => Promise<readonly MeasuredRollout[]>
  } | null
  /** What the plan is corrected by. */
  calibration: Calibration | null
  onChange: (calibration: Calibration | null) => void
}

const ratio = (value: number) => value.toFixed(2)

/** How long real rollouts took, and whether the plan is corrected by them. */
export function MeasuredPanel(props: Props) {
  const { bulletins, machines, consoles, today, runs, kept, judge, edit, calibration, onChange } = props
  const r = useRolloutMessages()
  const { t, language } = useMessages()
  const [error, setError] = useState<unknown>(null)
  const judged = judge(runs)
  const own = calibrate(judged)
  const isForeign = calibration !== null && !isSameCalibration(calibration, own)
  /** Changes the runs. A plan that was corrected by those before follows, and so does one that there were none for. */
  const keep = async (act: () => Promise<readonly MeasuredRollout[]>) => {
    setError(null)
    try {
      const after = calibrate(judge(await act()))
      if (!isForeign && (calibration !== null || own.runs === 0)) onChange(after.runs === 0 ? null : after)
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <Panel id="measured" title={r.measured}>
      <p className="muted">{r.measuredHint}</p>
      <div className="measured">
        {own.runs > 0 && (
          <label className="check">
            <input
              type="checkbox"
              checked={calibration !== null}
              onChange={({ target }) => onChange(target.checked ? own : null)}
            />
            {r.correct}
            <span className="muted">{r.correctWith(own.runs, ratio(own.median), ratio(own.low), ratio(own.high))}</span>
          </label>
        )}
        {isForeign && (
          <p>
            {r.correctedElsewhere(calibration.runs, ratio(calibration.median))}{' '}
            <button type="button" className="button" onClick={() => onChange(own.runs > 0 ? own : null)}>
              {own.runs > 0 ? r.useOwn : r.correctNot}
            </button>
          </p>
        )}
        {judged.length > 0 && (
          <DataTable
            label={r.measured}
            head={[r.measuredOn, r.measuredBulletin, r.machinesHead, r.consolesHead, r.minutesHead, r.ratio, '']}
            numeric={[2, 3, 4]}
          >
            <tbody>
              {judged.map(({ run, ratio: times, excluded }, at) => (
                <tr key={runs[at]?.id} data-excluded={excluded ?? undefined}>
                  <th scope="row" className="day">
                    {formatDay(run.on, language)}
                  </th>
                  <td>{run.bulletin}</td>
                  <td className="number">{formatNumber(run.machines)}</td>
                  <td className="number">{run.consoles}</td>
                  <td className="number">{formatMinutes(run.minutes, language)}</td>
                  <td>
                    {times === null ? '' : `${ratio(times)}×`} {excluded !== null && r.excluded[excluded]}
                  </td>
                  <td>
                    {edit !== null && (
                      <button
                        type="button"
                        className="link"
                        aria-label={r.deleteRun(formatDay(run.on, language))}
                        onClick={() => void keep(() => edit.withdraw(runs[at]?.id ?? 0))}
                      >
                        ×
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
        {error !== null && (
          <p role="alert" className="hot">
            {r.runFailed} {t.problem[error instanceof ApiError ? error.code : 'unexpected']}
          </p>
        )}
        {edit !== null && kept > 0 && (
          <p>
            {r.keptHere(kept)}{' '}
            <button type="button" className="button" onClick={() => void keep(edit.move)}>
              {r.moveRuns}
            </button>
          </p>
        )}
        {edit !== null && bulletins.length > 0 && (
          <NewRun
            key={bulletins.join(' ')}
            {...{ bulletins, machines, consoles, today }}
            onRecord={(run) => void keep(() => edit.record(run))}
          />
        )}
      </div>
    </Panel>
  )
}

type NewRunProps = Pick<Props, 'bulletins' | 'machines' | 'consoles' | 'today'> & {
  onRecord: (run: MeasuredRun) => void
}

function NewRun({ bulletins, machines, consoles, today, onRecord }: NewRunProps) {
  const r = useRolloutMessages()
  const [entered, setEntered] = useState<Partial<MeasuredRun>>({})
  const run: MeasuredRun = {
    bulletin: bulletins[0] ?? '',
    machines: Math.max(1, machines),
    consoles,
    on: today,
    minutes: 0,
    ...entered,
  }
  const isGood = run.minutes > 0 && run.on !== ''
  return (
    <form
      className="new-run"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isGood) return
        onRecord(run)
        setEntered({})
      }}
    >
      <label>
        {r.measuredBulletin}
        <select value={run.bulletin} onChange={({ target }) => setEntered({ ...entered, bulletin: target.value })}>
          {bulletins.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
      </label>
      <NumberField
        label={r.machines}
        value={run.machines}
        min={1}
        max={1_000_000}
        onChange={(value) => setEntered({ ...entered, machines: value })}
      />
      <NumberField
        label={r.consoles}
        value={run.consoles}
        min={1}
        max={99}
        onChange={(value) => setEntered({ ...entered, consoles: value })}
      />
      <NumberField
        label={r.measuredMinutes}
        value={run.minutes}
        min={0}
        max={100_000}
        isFraction
        isBlankZero
        onChange={(value) => setEntered({ ...entered, minutes: value })}
      />
      <label>
        {r.measuredOn}
        <input
          type="date"
          value={run.on}
          max={today}
          onChange={({ target }) => setEntered({ ...entered, on: target.value })}
        />
      </label>
      <button type="submit" className="button" disabled={!isGood}>
        {r.record}
      </button>
      <p className="muted">{r.measuredMinutesHint}</p>
    </form>
  )
}
