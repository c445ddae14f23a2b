import { contentStore } from '../../support/content-store.ts'
import { patchDayStore } from '../../support/patch-day/populate.ts'
import { generate } from '../../bench/generate.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { serveStore } from './own-server.ts'

/** How many bulletins a long list has. */
export const manyBulletins = 1500

async function storeOfMany(): Promise<Store> {
  const store = await storeInMemory()
  await store.seed(generate({ bulletins: manyBulletins, platforms: 120, cvesPerBulletin: 3 }))
  return store
}

/** MS05-019 has two versions, of which the second is made up. */
async function storeOfVersions(): Promise<Store> {
  const store = await contentStore()
  const bulletin = await store.find('MS05-019')
  if (bulletin === null) throw new Error('MS05-019 is needed')
  const { vulnerabilities, packages } = bulletin
  const revised = {
    ...bulletin,
    updatedOn: '2005-08-19',
    revision: '3',
    restart: 'maybe' as const,
    vulnerabilities: vulnerabilities.slice(1),
    packages: packages.map((each, at) => (at === 0 ? { ...each, fixedBuild: '5.0.2195.7100' } : each)),
  }
  await store.save({ platforms: [], bulletins: [revised] }, 'test')
  return store
}

const stores = {
  /** The bulletins that ship with the product. */
  content: () => contentStore(),
  /** A made-up patch day of today's size. */
  patchDay: () => patchDayStore(),
  many: storeOfMany,
  versions: storeOfVersions,
}

/** A store that tests only read. */
export type SharedStore = keyof typeof stores

/** Servers over the shared stores, each started when a test first asks for its address; they end by `close`. */
export function sharedServers() {
  const started = new Map<SharedStore, Promise<{ url: string; close: () => Promise<void> }>>()
  const start = async (name: SharedStore) => {
    const store = await stores[name]()
    const { url, close } = await serveStore(store)
    return { url, close: async () => (await close(), store.close()) }
  }
  return {
    urlOf: async (name: SharedStore): Promise<string> => {
      const server = started.get(name) ?? start(name)
      started.set(name, server)
      return (await server).url
    },
    close: async (): Promise<void> => {
      for (const server of started.values()) await (await server).close()
    },
  }
}
