import type { CheckedMachine } from '../contract/coverage.ts'
import { coveredToo } from '../domain/fleet/coverage.ts'
import type { Fixes } from './fixes.ts'
import type { Store } from './store/store.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

type Deps = { store: Pick<Store, 'fleet'>; fixes: Pick<Fixes, 'coveredBy'> }

/** Reads on which machines fixes were found, those that have them by another one among them. */
export function coverageReader({ store, fixes }: Deps) {
  /** `reported`: the bulletins of which anything was found. */
  async function read(id: string, reported: ReadonlySet<string>): Promise<CheckedMachine[]> {
    if (reported.size === 0) return []
    const covering = (await fixes.coveredBy(id)).filter(({ bulletin }) => reported.has(bulletin))
    const others = covering.map(async (other) => ({ ...other, machines: await store.fleet.coverage(other.bulletin) }))
    return coveredToo(await store.fleet.coverage(id), await Promise.all(others))
  }
  return {
    of: async (id: string) => read(id, await store.fleet.reported()),
    /** By the id of the bulletin. */
    async ofAll(ids: Iterable<string>): Promise<Map<string, CheckedMachine[]>> {
      const reported = await store.fleet.reported()
      const found = new Map<string, CheckedMachine[]>()
      for (const id of ids) {
        found.set(id, await read(id, reported))
        await yieldToEventLoop()
      }
      return found
    },
  }
}
