import type { Bulletin } from '../../src/contract/bulletin.ts'
import type { Version } from '../../src/contract/history.ts'
import type { Store } from '../../src/server/store/store.ts'

/** What a bulletin was before, whole, the newest first. */
export async function replacedBulletins(store: Store, id: string): Promise<(Version & { bulletin: Bulletin })[]> {
  const [, ...replaced] = await store.versions(id)
  return Promise.all(
    replaced.map(async (version) => {
      const bulletin = await store.readVersion(id, version.number)
      if (bulletin === null) throw new Error(`version ${version.number} of ${id} is listed and cannot be read`)
      return { ...version, bulletin }
    }),
  )
}
