/** Kept plans with all that they come to. */
import type { PlanRow, PlanView } from '../contract/plan-view.ts'
import type { KeptPlan, NewPlan, PlanWave } from '../contract/plans.ts'
import type { MachineFact } from '../domain/plans/facts.ts'
import { readyWaves } from '../domain/plans/ready-waves.ts'
import { computedPlan, rowOf, type ComputedPlan } from '../domain/plans/view.ts'
import { inputsIn } from '../domain/rollout/inputs.ts'
import type { DueClock } from './due/clock.ts'
import type { Fixes } from './fixes.ts'
import { planFactsOf } from './plan-facts.ts'
import type { Store } from './store/store.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

type Deps = { store: Store; fixes: Fixes; clock: DueClock; now: () => Date }

/** Names of waiting machines that are told of a group. */
const maxNames = 20

/** How many plans are kept as they were computed last. */
const keptPlans = 50

const minute = 60_000

export function plansOf({ store, fixes, clock, now }: Deps) {
  const machineFacts = async (): Promise<readonly MachineFact[]> => []
  const nameOfMachine = async (): Promise<string | null> => null
  const facts = planFactsOf({ store, fixes, clock, machineFacts })

  const computed = new Map<number, { version: string; plan: Promise<ComputedPlan> }>()

  /** The plan as it is in this minute. */
  async function compute(plan: KeptPlan): Promise<ComputedPlan> {
    const at = now().getTime()
    const version = `${await store.events.last()} ${await clock.version()} ${Math.floor(at / minute)}`
    const known = computed.get(plan.id)
    if (known?.version === version) return known.plan
    const made = (async () => {
      const held = await facts.of(inputsIn(plan.inputs))
      await yieldToEventLoop()
      return computedPlan(plan, held, at)
    })()
    computed.delete(plan.id)
    computed.set(plan.id, { version, plan: made })
    made.catch(() => computed.delete(plan.id))
    const [oldest] = computed.keys()
    if (computed.size > keptPlans && oldest !== undefined) computed.delete(oldest)
    return made
  }

  /** The whole answer; with the names of machines where the person who asks may see them. */
  async function view(plan: KeptPlan, mayName: boolean): Promise<PlanView> {
    const { waiting, ...rest } = await compute(plan)
    const named = waiting.map(async ({ ids, ...group }) => {
      const names = mayName ? await Promise.all(ids.slice(0, maxNames).map(nameOfMachine)) : []
      const known = names.filter((name) => name !== null)
      return { ...group, names: known.length === 0 ? null : known }
    })
    return { ...rest, waiting: await Promise.all(named) }
  }

  return {
    view,
    /** All plans in a line each, the one changed last first. */
    async rows(): Promise<PlanRow[]> {
      const rows: PlanRow[] = []
      for (const plan of await store.plans.list()) {
        rows.push(rowOf(await compute(plan)))
        await yieldToEventLoop()
      }
      return rows
    },
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
