import { useState } from 'react'
import { useDevice } from '../../../client/device.ts'
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
import { measuredRuns } from './measured-runs.ts'
import './MeasuredPanel.css'

type Props = {
  /** The bulletins of the plan, of which runs can be entered. */
  bulletins: readonly string[]
  machines: number
  consoles: number
  /** Today, as a calendar day of this device. */
  today: string
  judge: (runs: readonly MeasuredRun[]) => JudgedRun[]
  /** What the plan is corrected by. */
  calibration: Calibration | null
  onChange: (calibration: Calibration | null) => void
}

const ratio = (value: number) => value.toFixed(2)

/** How long real rollouts took, and whether the plan is corrected by them. */
export function MeasuredPanel({ bulletins, machines, consoles, today, judge, calibration, onChange }: Props) {
  const r = useRolloutMessages()
  const { language } = useMessages()
  const [runs, setRuns] = useDevice(measuredRuns)
  const [hasFailed, setFailed] = useState(false)
  const judged = judge(runs)
  const own = calibrate(judged)
  const isForeign = calibration !== null && !isSameCalibration(calibration, own)
  /** Keeps the runs. A plan that was corrected by those before follows, and so does one that there were none for. */
  const keep = (next: MeasuredRun[]) => {
    try {
      setRuns(next)
      setFailed(false)
    } catch {
      setFailed(true)
      return
    }
    const after = calibrate(judge(next))
    if (!isForeign && (calibration !== null || own.runs === 0)) onChange(after.runs === 0 ? null : after)
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
                // oxlint-disable-next-line react/no-array-index-key -- two runs may be alike in all that is known of them
                <tr key={at} data-excluded={excluded ?? undefined}>
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
                    <button
                      type="button"
                      className="link"
                      aria-label={r.deleteRun(formatDay(run.on, language))}
                      onClick={() => keep(runs.toSpliced(at, 1))}
                    >
                      ×
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
        {hasFailed && (
          <p role="alert" className="hot">
            {r.runFailed}
          </p>
        )}
        {bulletins.length > 0 && (
          <NewRun
            key={bulletins.join(' ')}
            {...{ bulletins, machines, consoles, today }}
            onRecord={(run) => keep([...runs, run])}
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
