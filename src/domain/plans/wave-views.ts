/** Each wave of a plan with its gate, what was planned, done, and is to be expected. */
import type { GateState, PlanWaveView } from '../../contract/plan-view.ts'
import type { Forecast } from './forecast.ts'
import { awaitedBy, tenthOfPercent } from './gates.ts'
import type { HeldWave } from './held.ts'
import type { WaveProgress } from './progress.ts'
import type { Schedule } from './schedule.ts'
import { isoOf, milestonesOf, type Marks } from './steps.ts'

const msPerMinute = 60_000

type Given = {
  progress: readonly WaveProgress[]
  gates: ReadonlyMap<string, GateState>
  schedule: Schedule
  forecast: Forecast | null
  held: ReadonlyMap<string, readonly HeldWave[]>
}

function stateOf({ of, done, actual }: WaveProgress, gate: GateState): PlanWaveView['state'] {
  if (done >= of) return 'done'
  if (gate.state === 'stopped') return 'stopped'
  if (actual.start !== null) return 'running'
  return gate.state === 'waits' || gate.state === 'opens-at' ? 'waiting' : 'to-come'
}

/** The last machine, done or expected; null where neither is known. */
export const lastMachine = ({ actual }: WaveProgress, expected: Marks | null): number | null =>
  actual.last ?? expected?.last ?? null

const nothingYet: Marks = { start: null, half: null, ninety: null, last: null }

export function waveViews({ progress, gates, schedule, forecast, held }: Given): PlanWaveView[] {
  return progress.map((each, place) => {
    const { wave, of, done, source, actual, tried, failed } = each
    const gateState = gates.get(wave.key) ?? { state: 'open', since: null }
    const planned = schedule.marks[place] ?? nothingYet
    const expected = forecast?.marks[place] ?? null
    const last = lastMachine(each, expected)
    return {
      ...wave,
      of,
      done,
      source,
      state: stateOf(each, gateState),
      gateState,
      awaited: awaitedBy(each, progress),
      attempts: { tried, failed, percent: tried === 0 ? null : tenthOfPercent(failed, tried) },
      held:
        done >= of
          ? []
          : (held.get(wave.key) ?? []).map(({ hold: { id, reason, until }, machines }) => ({
              hold: id,
              reason,
              until,
              machines,
            })),
      planned: milestonesOf(planned),
      actual: milestonesOf(actual),
      forecast: expected === null ? null : { start: isoOf(expected.start), last: isoOf(expected.last) },
      slipMinutes: last === null || planned.last === null ? null : Math.round((last - planned.last) / msPerMinute),
    }
  })
}
