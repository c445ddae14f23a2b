import type { Bulletin } from '../../contract/bulletin.ts'
import type { Saved } from '../../contract/imports.ts'
import type { Platform } from '../../contract/platform.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'
import { summarise } from '../../domain/summary.ts'
import { memorySources } from './memory-sources.ts'
import { remade, revised, type Revised } from './revise.ts'
import type { BulletinStore, Replaced } from './store.ts'

type Entry = { bulletin: Bulletin; parts: Bulletin[]; history: Replaced[] }

/** Keeps everything in memory, for tests. */
export function memoryStore(now: () => Date = () => new Date()): BulletinStore {
  const entries = new Map<string, Entry>()
  const platforms = new Map<string, Platform>()
  let catalogue = new Map<string, KnownExploited>()
  let events = 0
  const sorted = () => [...entries.values()].map(({ bulletin }) => bulletin).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const addPlatforms = (given: readonly Platform[]) => {
    for (const platform of given) if (!platforms.has(platform.id)) platforms.set(platform.id, platform)
  }
  const put = (id: string, { outcome, changes, parts, bulletin }: Revised): Saved => {
    const known = entries.get(id)
    const isChanged = outcome === 'added' || outcome === 'updated'
    if (isChanged) events += 1
    const replaced: Replaced[] =
      known !== undefined && outcome === 'updated'
        ? [{ until: now().toISOString(), bulletin: known.bulletin, changes }]
        : []
    if (outcome !== 'older') entries.set(id, { bulletin, parts, history: [...replaced, ...(known?.history ?? [])] })
    return { id, outcome, changes }
  }
  return {
    summaries: async () => sorted().map(summarise),
    async *bulletins() {
      yield* sorted()
    },
    find: async (id) => entries.get(id)?.bulletin ?? null,
    platforms: async () => [...platforms.values()],
    version: async () => events,
    async seed(content) {
      addPlatforms(content.platforms)
      const fresh = content.bulletins.filter(({ id }) => !entries.has(id))
      for (const bulletin of fresh) put(bulletin.id, revised({ stored: null, parts: [] }, bulletin, catalogue))
      return { added: fresh.map(({ id }) => id) }
    },
    async save(content) {
      addPlatforms(content.platforms)
      return content.bulletins.map((incoming) => {
        const { bulletin = null, parts = [] } = entries.get(incoming.id) ?? {}
        return put(incoming.id, revised({ stored: bulletin, parts }, incoming, catalogue))
      })
    },
    async saveKnownExploited(given) {
      catalogue = new Map(given.map((entry) => [entry.cve, entry]))
      return [...entries]
        .map(([id, { bulletin, parts }]) => put(id, remade({ stored: bulletin, parts }, catalogue)))
        .filter(({ outcome }) => outcome === 'updated')
    },
    history: async (id) => entries.get(id)?.history ?? [],
    sources: memorySources(),
    check: async () => {},
    close: async () => {},
  }
}
