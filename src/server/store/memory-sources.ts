import { inOrder, KeptRun, KeptSettings, neverRun, type Seen, type SourceStore, type StoredSource } from './sources.ts'

/** The watched addresses, in memory. */
export function memorySources(): SourceStore {
  const sources = new Map<string, StoredSource>()
  const seen = new Map<string, Map<string, Seen>>()
  return {
    list: async () => inOrder([...sources.values()]),
    set: async (id, settings) =>
      void sources.set(id, { ...neverRun, ...sources.get(id), ...KeptSettings.parse(settings), id }),
    async ran(id, run) {
      const source = sources.get(id)
      if (source !== undefined) sources.set(id, { ...source, ...KeptRun.parse(run) })
    },
    async remove(id) {
      sources.delete(id)
      seen.delete(id)
    },
    seen: async (id) => new Map(seen.get(id)),
    see: async (id, url, what) => void seen.set(id, new Map(seen.get(id)).set(url, what)),
    forget: async (id) => void seen.delete(id),
  }
}
