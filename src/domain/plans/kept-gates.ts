/** Gates that keep a wave which should have begun. */
import type { PlanView, PlanWaveView } from '../../contract/plan-view.ts'

/** A gate that waits for a person. `since`: ISO 8601; `sign` stays while it is the same gate kept by the same things. */
export type KeptGate = { wave: string; name: string; since: string; sign: string }

/**
 * Since when a closed gate keeps its wave: since it should have begun or, where no window is known, since the plan was
 * changed last. Null where it does not. `now`: ISO 8601.
 */
function keptSince({ gateState, state, planned }: PlanWaveView, changedAt: string, now: string): string | null {
  if (state === 'done' || (gateState.state !== 'waits' && gateState.state !== 'stopped')) return null
  if (planned.start !== null && planned.start <= now) return planned.start
  return gateState.state === 'stopped' ? changedAt : null
}

const reasonsOf = ({ gateState }: PlanWaveView) =>
  gateState.state === 'stopped' ? gateState.stops.map(({ by }) => by).toSorted() : []

/** The gates of a plan under way that keep a wave now. */
export const keptGates = ({ plan, waves, now }: Pick<PlanView, 'plan' | 'waves' | 'now'>): KeptGate[] =>
  plan.state === 'running' || plan.state === 'stopped'
    ? waves.flatMap((wave) => {
        const since = keptSince(wave, plan.changed.at, now)
        if (since === null) return []
        const sign = JSON.stringify([wave.gateState.state, ...new Set(reasonsOf(wave)), wave.planned.start])
        return [{ wave: wave.key, name: wave.name, since, sign }]
      })
    : []
