import type { CheckedMachine } from '../contract/coverage.ts'
import { coveredToo } from '../domain/fleet/coverage.ts'
import type { Fixes } from './fixes.ts'
import type { Store } from './store/store.ts'

type Deps = { store: Pick<Store, 'fleet'>; fixes: Pick<Fixes, 'coveredBy'> }

/** Reads on which machines a fix was found, those that have it by another one among them. */
export const coverageReader =
  ({ store, fixes }: Deps) =>
  async (id: string): Promise<CheckedMachine[]> => {
    const others = (await fixes.coveredBy(id)).map(async (other) => ({
      ...other,
      machines: await store.fleet.coverage(other.bulletin),
    }))
    return coveredToo(await store.fleet.coverage(id), await Promise.all(others))
  }
