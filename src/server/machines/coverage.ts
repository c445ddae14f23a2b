import { maxReported, type CheckedMachine, type Coverage } from '../../contract/coverage.ts'
import type { MachineState } from '../../contract/machines.ts'
import { coveredToo, foundOf, latest } from '../../domain/fleet/coverage.ts'
import { machineKey } from '../../domain/machines/report.ts'
import type { Fixes } from '../fixes.ts'
import type { MachineStates } from './machine-states.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

type Deps = { store: Pick<Store, 'fleet'>; fixes: Pick<Fixes, 'coveredBy'>; states: Pick<MachineStates, 'of'> }

/** Whether a machine has a fix by what it reports; undefined where that does not tell. */
const isApplied: Record<MachineState, boolean | null | undefined> = {
  fixed: true,
  missing: false,
  'restart-pending': false,
  partly: false,
  unknown: undefined,
  'not-concerned': null,
}

type Reporting = { checked: CheckedMachine; lastSeen: string | null }

/** Reads on which machines fixes are: by what machines report, and by what the verification script has found. */
export function coverageReader({ store, fixes, states }: Deps) {
  /** `reported`: the bulletins of which the script has found anything. */
  async function byScript(id: string, reported: ReadonlySet<string>): Promise<CheckedMachine[]> {
    if (reported.size === 0) return []
    const covering = (await fixes.coveredBy(id)).filter(({ bulletin }) => reported.has(bulletin))
    const others = covering.map(async (other) => ({ ...other, machines: await store.fleet.coverage(other.bulletin) }))
    return coveredToo(await store.fleet.coverage(id), await Promise.all(others))
  }

  /** What machines report, by the key of their name, and the keys of those of which it does not tell. */
  async function byReport(id: string) {
    const known = new Map<string, Reporting>()
    const unknown = new Set<string>()
    for (const { machines, state } of await states.of(id)) {
      const is = isApplied[state]
      for (const { name, lastSeen } of machines.named)
        if (is === undefined) unknown.add(machineKey(name))
        else known.set(machineKey(name), { checked: { name, isApplied: is }, lastSeen })
    }
    return { known, unknown }
  }

  /** Of a machine that both tell of, what is newer counts. */
  async function read(id: string, reported: ReadonlySet<string>) {
    const [script, { known, unknown }] = [await byScript(id, reported), await byReport(id)]
    if (known.size === 0 && unknown.size === 0) return { machines: script, unknown: 0 }
    const checkedAt = script.length === 0 ? new Map<string, string>() : await store.fleet.checkedAt(id)
    for (const checked of script) {
      const key = machineKey(checked.name)
      const own = known.get(key)
      const isOlder = own !== undefined && (checkedAt.get(key) ?? '') <= (own.lastSeen ?? '')
      if (isOlder || (own !== undefined && checked.isApplied === null)) continue
      known.set(key, { checked, lastSeen: null })
      unknown.delete(key)
    }
    return { machines: latest([Array.from(known.values(), ({ checked }) => checked)]), unknown: unknown.size }
  }

  return {
    of: async (id: string): Promise<CheckedMachine[]> => (await read(id, await store.fleet.reported())).machines,
    /** How many there are and, for those who may know them by name, which: those that lack it first. */
    async answer(id: string, mayName: boolean): Promise<Omit<Coverage, 'unreadable'>> {
      const { machines, unknown } = await read(id, await store.fleet.reported())
      const [lacking, others] = [true, false].map((is) => machines.filter((each) => (each.isApplied === false) === is))
      const shown = [...(lacking ?? []), ...(others ?? [])].slice(0, maxReported.machines)
      return { counts: { ...foundOf(machines), unknown }, machines: mayName ? latest([shown]) : [] }
    },
    /** By the id of the bulletin. */
    async ofAll(ids: Iterable<string>): Promise<Map<string, CheckedMachine[]>> {
      const reported = await store.fleet.reported()
      const found = new Map<string, CheckedMachine[]>()
      for (const id of ids) {
        found.set(id, (await read(id, reported)).machines)
        await yieldToEventLoop()
      }
      return found
    },
  }
}

export type CoverageReader = ReturnType<typeof coverageReader>
