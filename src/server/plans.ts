/** Kept plans with all that they come to. */
import type { PlanView } from '../contract/plan-view.ts'
import type { KeptPlan, NewPlan, PlanWave } from '../contract/plans.ts'
import { readyWaves } from '../domain/plans/ready-waves.ts'
import { viewOf } from '../domain/plans/view.ts'
import { inputsIn } from '../domain/rollout/inputs.ts'
import type { Store } from './store/store.ts'

type Deps = { store: Store; now: () => Date }

export function plansOf({ store, now }: Deps) {
  const view = async (plan: KeptPlan): Promise<PlanView> => viewOf(plan, now().getTime())
  return {
    view,
    /** The waves of the ready rule for a draft. */
    async readyWavesFor({ inputs }: Pick<NewPlan, 'inputs'>): Promise<PlanWave[]> {
      const { fleet, pilotPercent, soakHours } = inputsIn(inputs)
      const [{ lines }, platforms] = await Promise.all([
        store.fleet.current(),
        store.platforms(new Set(fleet.map(({ platform }) => platform))),
      ])
      const kinds = new Map(platforms.map(({ id, kind }) => [id, kind]))
      return readyWaves({
        fleet,
        lines,
        kindOf: (platform) => kinds.get(platform) ?? 'unknown',
        pilotShare: pilotPercent / 100,
        soakHours,
      })
    },
  }
}

export type Plans = ReturnType<typeof plansOf>
