import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import { summarise } from '../../domain/summary.ts'
import type { BulletinStore } from './store.ts'

/** Keeps everything in memory, for tests. */
export function memoryStore(): BulletinStore {
  const bulletins = new Map<string, Bulletin>()
  const platforms = new Map<string, Platform>()
  const sorted = () => [...bulletins.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    summaries: async () => sorted().map(summarise),
    async *bulletins() {
      yield* sorted()
    },
    find: async (id) => bulletins.get(id) ?? null,
    platforms: async () => [...platforms.values()],
    version: async () => bulletins.size,
    async seed(content) {
      for (const platform of content.platforms) if (!platforms.has(platform.id)) platforms.set(platform.id, platform)
      const fresh = content.bulletins.filter(({ id }) => !bulletins.has(id))
      for (const bulletin of fresh) bulletins.set(bulletin.id, bulletin)
      return { added: fresh.map(({ id }) => id) }
    },
    check: async () => {},
    close: async () => {},
  }
}
