/** What kept plans are held against, as it is on file now. */
import holidayJp from '@holiday-jp/holiday_jp'
import type { KeptPlan } from '../../contract/plans.ts'
import { addDays } from '../../domain/due/days.ts'
import { dueBasis } from '../../domain/due/overdue.ts'
import type { BulletinDay, HoldFact, IssueFact, MachineFact } from '../../domain/plans/facts.ts'
import { beginOf, foldedMachines, type PlanMachine } from '../../domain/plans/machines.ts'
import { newIssuesOf } from '../../domain/plans/issues.ts'
import type { PlanFacts } from '../../domain/plans/view.ts'
import { needlessIn } from '../../domain/fixes/planned.ts'
import { inForce } from '../../domain/holds/holds.ts'
import { horizonDays, type Facts } from '../../domain/rollout/answer.ts'
import { isOfVersion, versionsToInstall, type Fixable } from '../../domain/rollout/fixes.ts'
import { inputsIn, type RolloutInputs } from '../../domain/rollout/inputs.ts'
import type { Machines } from '../../domain/rollout/waves.ts'
import type { Freeze } from '../../domain/rollout/windows.ts'
import type { DueClock } from '../due/clock.ts'
import type { Fixes } from '../fixes.ts'
import { memoizeByKey } from '../memoize.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** What is known of fixes on the machines that they are for, page by page; all of a machine on one page. */
export type InstallFactsReader = (bulletins: readonly string[]) => AsyncIterable<readonly MachineFact[]>

type Deps = {
  store: Store
  fixes: Pick<Fixes, 'on'>
  clock: Pick<DueClock, 'list'>
  installFacts: InstallFactsReader
}

/** What is known of one bulletin of a plan. */
type OfBulletin = { fixable: Fixable; issues: IssueFact[] }

/** Japanese national holidays of the days planned for, and of the same again, since plans may run late. */
function holidaysFrom(startsOn: string): Freeze[] {
  const last = addDays(startsOn, 2 * horizonDays)
  return Object.values(holidayJp.holidays)
    .filter(({ date }) => date >= startsOn && date <= last)
    .map(({ date }) => ({ from: date, to: date }))
}

async function readBulletin(store: Store, id: string): Promise<OfBulletin | null> {
  const [bulletin, events] = await Promise.all([store.find(id), store.events.of(id)])
  if (bulletin === null) return null
  const { rollout, platforms, restart } = bulletin
  return {
    fixable: { id, rollout, platforms, restart },
    issues: newIssuesOf(bulletin, events),
  }
}

type PlanToHold = Pick<KeptPlan, 'id' | 'inputs' | 'bulletins' | 'startedAt'>

/** Plans of which the machines are kept as they were read last. */
const keptFolds = 10

/** How many bulletins are kept as they were read last. */
const keptBulletins = 200

export function planFactsOf({ store, fixes, clock, installFacts }: Deps) {
  const bulletins = memoizeByKey<string, OfBulletin | null>(keptBulletins)
  const bulletin = async (id: string) => bulletins(id, () => readBulletin(store, id), await store.events.last())

  async function holds(today: string): Promise<HoldFact[]> {
    return inForce(await store.holds.all(), today).map(({ renewed, ...hold }) => ({
      ...hold,
      at: renewed?.at ?? hold.at,
    }))
  }

  /** The machines of a plan: read again when a machine, a bulletin or the plan has changed. */
  const folded = memoizeByKey<number, PlanMachine[]>(keptFolds)
  async function machinesOfPlan(plan: PlanToHold): Promise<PlanMachine[]> {
    const { id, bulletins } = plan
    const since = beginOf(plan)
    const version = [await store.machines.version(), await store.version(), since, ...bulletins].join(' ')
    return folded(id, () => machinesFor(bulletins, since), version)
  }

  async function machinesFor(bulletins: readonly string[], since: number): Promise<PlanMachine[]> {
    const machines: PlanMachine[] = []
    for await (const page of installFacts(bulletins)) {
      for (const machine of foldedMachines(page, since)) machines.push(machine)
      await yieldToEventLoop()
    }
    return machines
  }

  /** Its bulletins, and what is to be done about them when. */
  async function work({ inputs: text }: Pick<KeptPlan, 'inputs'>): Promise<{ found: OfBulletin[]; facts: Facts }> {
    const { bulletins: ids, fleet, holidays, startsOn } = inputsIn(text)
    const [known, needless] = await Promise.all([
      Promise.all(ids.map(bulletin)),
      // One fix alone is never one too many.
      ids.length > 1 ? Promise.all(fleet.map(({ platform }) => fixes.on(platform))) : [],
    ])
    const found = known.filter((each) => each !== null)
    return {
      found,
      facts: {
        bulletins: found.map(({ fixable }) => fixable),
        holidays: holidays ? holidaysFrom(startsOn) : [],
        needless: needlessIn(ids, needless),
      },
    }
  }

  return {
    /** The machines of a draft that one of its bulletins is for. */
    async machinesFor({ bulletins, fleet }: Pick<RolloutInputs, 'bulletins' | 'fleet'>): Promise<Machines[]> {
      const known = (await Promise.all(bulletins.map(bulletin))).filter((each) => each !== null)
      const platforms = new Set(known.flatMap(({ fixable }) => [...versionsToInstall(fixable)]))
      return fleet.filter(({ platform }) => isOfVersion(platform, platforms))
    },
    /** What the times of its sessions depend on. */
    forSchedule: async (plan: Pick<KeptPlan, 'inputs'>): Promise<Facts> => (await work(plan)).facts,
    async of(plan: PlanToHold): Promise<PlanFacts> {
      const { due: days, today, zone } = await clock.list()
      const [{ found, facts }, held, machines] = await Promise.all([work(plan), holds(today), machinesOfPlan(plan)])
      const due = new Map<string, BulletinDay>(
        found.map(({ fixable: { id } }) => {
          const day = days.get(id)
          return [id, { on: day?.on ?? null, isByKev: day !== undefined && dueBasis(day) === 'kev' }]
        }),
      )
      return {
        ...facts,
        machines,
        holds: held,
        issues: found.flatMap(({ issues }) => issues),
        due,
        zone,
      }
    },
  }
}
