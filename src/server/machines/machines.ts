/** The machines that report, as pages and tools ask for them. */
import type { MachineFact } from '../../domain/plans/facts.ts'
import type {
  Attempt,
  MachineCounts,
  MachineDetail,
  MachineFix,
  MachineQuery,
  MachineRow,
} from '../../contract/machines.ts'
import { dayLength } from '../../domain/due/days.ts'
import { doneSince, type Since } from '../../domain/machines/done-since.ts'
import { isLacking, stateAt, type AlikeRules } from '../../domain/machines/alike.ts'
import type { FixAnswer } from '../../domain/machines/fix-state.ts'
import { machineKey } from '../../domain/machines/report.ts'
import { isWithin } from '../../domain/platforms/platforms.ts'
import type { AlikeMachines, MachineStates } from './machine-states.ts'
import type { KeptMachine } from '../store/machines.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

type Deps = { store: Store; states: MachineStates; now: () => Date }

/** A machine with what is known of those that are like it. */
type Placed = { machine: KeptMachine; alike: AlikeMachines }

function machineOf({ machine: { id, name, lastSeen }, alike }: Placed) {
  const { platform, edition, facts } = alike
  return {
    id,
    name,
    platform,
    edition,
    build: facts.windows.build ?? null,
    fixes: facts.fixes,
    roles: facts.roles,
    ...(facts.reachable && { reachable: facts.reachable }),
    ...(facts.restartPending !== undefined && { restartPending: facts.restartPending }),
    lastSeen,
  }
}

export function machineReader({ store, states, now }: Deps) {
  /** The answers for machines that are alike, worked out when they are first asked for. */
  const answered = new WeakMap<Uint8Array, FixAnswer[]>()
  function answersOf(alike: AlikeMachines, { answersFor }: AlikeRules): FixAnswer[] {
    const answers = answered.get(alike.states) ?? answersFor(alike)
    answered.set(alike.states, answers)
    return answers
  }

  const daysSince = (lastSeen: string) => (now().getTime() - Date.parse(lastSeen)) / dayLength

  function isWanted(
    { machine, alike }: Placed,
    { platform, lacks: bulletin, state, notSeenFor, search }: MachineQuery,
  ) {
    const { lastSeen, name } = machine
    const at = bulletin === undefined ? -1 : (alike.on.places.get(bulletin) ?? -1)
    return (
      (platform === undefined || (alike.platform !== null && isWithin(alike.platform, platform))) &&
      (bulletin === undefined || (at >= 0 && isLacking(stateAt(alike.states, at)))) &&
      (state === undefined || alike.overall === state) &&
      (notSeenFor === undefined || lastSeen === null || daysSince(lastSeen) > Number(notSeenFor)) &&
      (search === undefined || machineKey(name).includes(machineKey(search)))
    )
  }

  /** The machines of a query, by name. */
  async function list(query: MachineQuery): Promise<Placed[]> {
    const found: Placed[] = []
    for (const alike of (await states.read()).alike.values()) {
      for (const machine of alike.named) if (isWanted({ machine, alike }, query)) found.push({ machine, alike })
      if (found.length % 1000 === 0) await yieldToEventLoop()
    }
    const keys = new Map(found.map(({ machine }) => [machine, machineKey(machine.name)]))
    return found.toSorted((a, b) => ((keys.get(a.machine) ?? '') < (keys.get(b.machine) ?? '') ? -1 : 1))
  }

  async function counts(): Promise<MachineCounts> {
    const { alike } = await states.read()
    const total = { machines: 0, current: 0, lacking: 0, unknown: 0, over30Days: 0, over90Days: 0, neverSeen: 0 }
    const byPlatform = new Map<string | null, MachineCounts['byPlatform'][number]>()
    for (const { platform, overall, named } of alike.values()) {
      const row = byPlatform.get(platform) ?? { platform, machines: 0, lacking: 0, unknown: 0 }
      byPlatform.set(platform, row)
      row.machines += named.length
      total.machines += named.length
      total[overall] += named.length
      if (overall !== 'current') row[overall] += named.length
      for (const { lastSeen } of named) {
        const days = lastSeen === null ? null : daysSince(lastSeen)
        if (days === null) total.neverSeen++
        else if (days > 90) total.over90Days++
        else if (days > 30) total.over30Days++
      }
      await yieldToEventLoop()
    }
    const rows = [...byPlatform.values()].toSorted(
      (a, b) => b.machines - a.machines || ((a.platform ?? '') < (b.platform ?? '') ? -1 : 1),
    )
    return { ...total, byPlatform: rows, retention: await store.machines.retention() }
  }

  async function find(id: number): Promise<MachineDetail | null> {
    const [{ index, rules, alike: all }, history] = await Promise.all([states.read(), store.machines.find(id)])
    const alike = history === null ? undefined : all.get(history.profile)
    if (history === null || alike === undefined) return null
    const answers = answersOf(alike, rules)
    const ids = [...alike.on.places.keys()]
    const [product] = alike.on.products
    const since =
      product === undefined || alike.on.products.length > 1
        ? new Map<string, Since | null>()
        : doneSince(ids, history, { fixes: history.facts.fixes, answers }, rules.rulesOn(product), index.idOf)
    const found = answers.map((answer, at): MachineFix => {
      const bulletin = ids[at] ?? ''
      const moment = since.get(bulletin)
      return { bulletin, ...answer, ...(moment && { since: moment.at }) }
    })
    const others = alike.others.map((bulletin): MachineFix => ({
      bulletin,
      state: 'fixed',
      reason: { code: 'listed' },
    }))
    const named = (attempt: Attempt) => ({ ...attempt, fix: index.idOf(attempt.fix) ?? attempt.fix })
    return {
      ...machineOf({ machine: history, alike }),
      states: [...found, ...others],
      attempts: history.attempts.map(named).toReversed(),
      reports: history.reports.map(({ kind, seenAt }) => ({ kind, seenAt })),
    }
  }

  /** What is known of these fixes on all machines that they are for, page by page. */
  async function* installFacts(bulletins: readonly string[]): AsyncGenerator<MachineFact[]> {
    const { index, rules, alike: all } = await states.read()
    const isFor = ({ on, others }: AlikeMachines) => bulletins.some((id) => on.places.has(id) || others.includes(id))
    const ids = [...all.values()].filter(isFor).flatMap(({ named }) => named.map(({ id }) => id))
    for await (const page of store.machines.timelines(ids)) {
      const facts: MachineFact[] = []
      for (const machine of page) {
        const alike = all.get(machine.profile)
        if (alike === undefined) continue
        const { roles, restartPending, pending, fixes } = alike.facts
        const [product] = alike.on.products
        const known = bulletins.filter((id) => alike.on.places.has(id) || alike.others.includes(id))
        const given = { fixes, answers: answersOf(alike, rules) }
        const since =
          product === undefined ? null : doneSince(known, machine, given, rules.rulesOn(product), index.idOf)
        for (const fix of known) {
          const done = since?.get(fix) ?? null
          facts.push({
            machine: machine.id,
            platform: alike.platform,
            roles,
            fix,
            doneAt: done?.at ?? null,
            isExact: done?.isExact ?? false,
            attempts: machine.attempts
              .filter((attempt) => (index.idOf(attempt.fix) ?? attempt.fix) === fix)
              .map(({ at, outcome, code }) => ({ at, outcome, ...(code !== undefined && { code }) })),
            restartPending: restartPending ?? pending.length > 0,
            lastSeen: machine.lastSeen,
          })
        }
      }
      yield facts
      await yieldToEventLoop()
    }
  }

  return {
    list,
    row: ({ machine, alike }: Placed): MachineRow => ({
      ...machineOf({ machine, alike }),
      state: alike.overall,
      lacks: alike.lacks,
    }),
    counts,
    find,
    installFacts,
  }
}

export type MachineReader = ReturnType<typeof machineReader>
