/** Kept plans with all that they come to. */
import { setTimeout } from 'node:timers/promises'
import type { PlanRow, PlanView } from '../../contract/plan-view.ts'
import type { KeptPlan, NewPlan, PlanWave } from '../../contract/plans.ts'
import { readyWaves } from '../../domain/plans/ready-waves.ts'
import { scheduleOf } from '../../domain/plans/schedule.ts'
import { computedPlan, rowOf, runsOfPlan, type ComputedPlan } from '../../domain/plans/view.ts'
import { inputsIn } from '../../domain/rollout/inputs.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Fixes } from '../fixes.ts'
import { memoizeByKey } from '../memoize.ts'
import { planFactsOf, type InstallFactsReader } from './plan-facts.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

type Deps = { store: Store; fixes: Fixes; catalogue: Catalogue; installFacts: InstallFactsReader; now: () => Date }

/** Names of waiting machines that are told of a group. */
const maxNames = 20

/** Plans that the overview tells of. */
const maxUnderWay = 5

/** How long the overview waits for a plan of which it has an earlier row, in milliseconds. */
const patience = 300

/** How many plans are kept as they were computed last. */
const keptPlans = 50

const minute = 60_000

export function plansOf({ store, fixes, catalogue, installFacts, now }: Deps) {
  const { clock } = catalogue
  const facts = planFactsOf({ store, fixes, clock, installFacts })

  /** Names of machines by their ids; one that was deleted has none. */
  async function namesOf(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const names = new Map<number, string>()
    if (ids.length > 0)
      for await (const page of store.machines.timelines(ids)) for (const { id, name } of page) names.set(id, name)
    return names
  }

  const computed = memoizeByKey<number, ComputedPlan>(keptPlans)

  /** The plan as it is in this minute. */
  async function compute(plan: KeptPlan): Promise<ComputedPlan> {
    const at = now().getTime()
    const version = `${await store.events.last()} ${await clock.version()} ${Math.floor(at / minute)}`
    const make = async () => {
      const held = await facts.of(plan)
      await yieldToEventLoop()
      return computedPlan(plan, held, at)
    }
    return computed(plan.id, make, version)
  }

  /** The whole answer; with the names of machines where the person who asks may see them. */
  async function view(plan: KeptPlan, mayName: boolean): Promise<PlanView> {
    const { waiting, ...rest } = await compute(plan)
    const names = mayName
      ? await namesOf(waiting.flatMap(({ ids }) => ids.slice(0, maxNames)))
      : new Map<number, string>()
    const named = waiting.map(({ ids, ...group }) => {
      const known = ids.slice(0, maxNames).flatMap((id) => names.get(id) ?? [])
      return { ...group, names: known.length === 0 ? null : known }
    })
    return { ...rest, waiting: named }
  }

  const lastRows = new Map<number, PlanRow>()
  async function row(plan: KeptPlan): Promise<PlanRow> {
    const made = rowOf(await compute(plan))
    lastRows.set(plan.id, made)
    return made
  }

  /** The row of a plan, or the one before where that takes long: after an import all of its machines are read. */
  async function rowSoon(plan: KeptPlan): Promise<PlanRow> {
    const made = row(plan)
    const last = lastRows.get(plan.id)
    if (last?.version !== plan.version) return made
    made.catch(() => {})
    return Promise.race([made, setTimeout(patience, last, { ref: false })])
  }

  async function rowsOf(plans: readonly KeptPlan[]): Promise<PlanRow[]> {
    const rows: PlanRow[] = []
    for (const plan of plans) {
      rows.push(await row(plan))
      await yieldToEventLoop()
    }
    return rows
  }

  return {
    view,
    /** When its waves are to be done. */
    schedule: async (plan: Pick<KeptPlan, 'inputs' | 'waves'>) => scheduleOf(plan, await facts.forSchedule(plan)),
    /** What the waves of a plan tell of how long rollouts take. */
    runs: async (plan: KeptPlan) => runsOfPlan(plan, await facts.of(plan), now().getTime()),
    /** All plans in a line each, the one changed last first. */
    rows: async () => rowsOf(await store.plans.list()),
    /** Those that run or were stopped. */
    async underWay(): Promise<PlanRow[]> {
      const all = await store.plans.list()
      const underWay = all.filter(({ state }) => state === 'running' || state === 'stopped')
      return Promise.all(underWay.slice(0, maxUnderWay).map(rowSoon))
    },
    /** The waves of the ready rule for a draft; none where no machine of it needs one of its bulletins. */
    async readyWavesFor({ inputs }: Pick<NewPlan, 'inputs'>): Promise<PlanWave[]> {
      const drafted = inputsIn(inputs)
      const { pilotPercent, soakHours } = drafted
      const [fleet, { lines }, { tree }] = await Promise.all([
        facts.machinesFor(drafted),
        store.fleet.current(),
        catalogue.index(),
      ])
      const kinds = new Map(tree.map(({ id, kind }) => [id, kind]))
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
