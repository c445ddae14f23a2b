/** The machines that report, as pages and tools ask for them. */
import type { MachineFact } from '../domain/plans/facts.ts'
import type {
  Attempt,
  MachineCounts,
  MachineDetail,
  MachineFix,
  MachineQuery,
  MachineRow,
} from '../contract/machines.ts'
import { doneSince, type Since } from '../domain/machines/done-since.ts'
import { evidenceOf } from '../domain/machines/fix-state.ts'
import { machineKey } from '../domain/machines/report.ts'
import { isWithin } from '../domain/platforms/platforms.ts'
import { answersOf, stateAt, type AlikeMachines, type MachineStates } from './machine-states.ts'
import type { KeptMachine } from './store/machines.ts'
import type { Store } from './store/store.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

type Deps = { store: Store; states: MachineStates; now: () => Date }

/** A machine with what is known of those that are like it. */
type Placed = { machine: KeptMachine; alike: AlikeMachines }

const dayMs = 24 * 60 * 60_000
const lackingStates: ReadonlySet<string> = new Set(['missing', 'partly', 'restart-pending'])

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

/** Of what is to be installed on these machines, what they do not have in full. */
function lacksOf(alike: AlikeMachines): MachineFix[] {
  const answers = answersOf(alike)
  return alike.on.install.flatMap((at) => {
    const answer = answers[at]
    const isOpen = answer !== undefined && answer.state !== 'fixed' && answer.state !== 'not-concerned'
    return isOpen ? [{ bulletin: alike.on.ids[at] ?? '', ...answer }] : []
  })
}

export function machineReader({ store, states, now }: Deps) {
  const lacks = new WeakMap<AlikeMachines, MachineFix[]>()
  const lacksFor = (alike: AlikeMachines) => {
    const found = lacks.get(alike) ?? lacksOf(alike)
    lacks.set(alike, found)
    return found
  }
  const daysSince = (lastSeen: string) => (now().getTime() - Date.parse(lastSeen)) / dayMs

  function isWanted(
    { machine, alike }: Placed,
    { platform, lacks: bulletin, state, notSeenFor, search }: MachineQuery,
  ) {
    const { lastSeen, name } = machine
    const at = bulletin === undefined ? -1 : alike.on.ids.indexOf(bulletin)
    return (
      (platform === undefined || (alike.platform !== null && isWithin(alike.platform, platform))) &&
      (bulletin === undefined || (at >= 0 && lackingStates.has(stateAt(alike, at)))) &&
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
    const [{ index, alike: all }, history] = await Promise.all([states.read(), store.machines.find(id)])
    const alike = history === null ? undefined : all.get(history.profile)
    if (history === null || alike === undefined) return null
    const answers = answersOf(alike)
    const [rules] = alike.on.products
    const since =
      rules === undefined || alike.on.products.length > 1
        ? new Map<string, Since | null>()
        : doneSince(alike.on.ids, history, evidenceOf(history.facts), rules, index.idOf)
    const found = answers.map((answer, at): MachineFix => {
      const bulletin = alike.on.ids[at] ?? ''
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
    const { index, alike: all } = await states.read()
    const isFor = ({ on, others }: AlikeMachines) => bulletins.some((id) => on.ids.includes(id) || others.includes(id))
    const ids = [...all.values()].filter(isFor).flatMap(({ named }) => named.map(({ id }) => id))
    for await (const page of store.machines.histories(ids.toSorted((a, b) => a - b))) {
      yield page.flatMap((machine) => {
        const alike = all.get(machine.profile)
        const [rules] = alike?.on.products ?? []
        if (alike === undefined) return []
        const known = bulletins.filter((id) => alike.on.ids.includes(id) || alike.others.includes(id))
        const since =
          rules === undefined
            ? new Map<string, Since | null>()
            : doneSince(known, machine, evidenceOf(machine.facts), rules, index.idOf)
        return known.map((fix): MachineFact => {
          const done = since.get(fix) ?? null
          return {
            machine: machine.id,
            platform: alike.platform,
            roles: machine.facts.roles,
            fix,
            doneAt: done?.at ?? null,
            isExact: done?.isExact ?? false,
            attempts: machine.attempts
              .filter((attempt) => (index.idOf(attempt.fix) ?? attempt.fix) === fix)
              .map(({ at, outcome, code }) => ({ at, outcome, ...(code !== undefined && { code }) })),
            restartPending: machine.facts.restartPending ?? machine.facts.pending.length > 0,
            lastSeen: machine.lastSeen,
          }
        })
      })
      await yieldToEventLoop()
    }
  }

  return {
    list,
    row: ({ machine, alike }: Placed): MachineRow => ({
      ...machineOf({ machine, alike }),
      state: alike.overall,
      lacks: lacksFor(alike),
    }),
    counts,
    find,
    installFacts,
  }
}

export type MachineReader = ReturnType<typeof machineReader>
