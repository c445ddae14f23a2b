import type { Bulletin } from '../../contract/bulletin.ts'
import type { Platform } from '../../contract/platform.ts'
import type { Summary } from '../../contract/summary.ts'

/** The bulletins and platforms that ship with the product, or that an import brings. */
export type Content = { platforms: Platform[]; bulletins: Bulletin[] }

/** Where bulletins are kept. All implementations pass one test suite. */
export type BulletinStore = {
  /** The summary of every bulletin, by id. */
  summaries: () => Promise<Summary[]>
  /** Every bulletin whole, by id; never all in memory at once. */
  bulletins: () => AsyncIterable<Bulletin>
  find: (id: string) => Promise<Bulletin | null>
  /** All platforms in reading order. */
  platforms: () => Promise<Platform[]>
  /** Number of the last event: it grows with every change, and so serves as a key for what is made from the whole store. */
  version: () => Promise<number>
  /** Adds what is new and leaves alone what is there; all or nothing. Tells the ids of the bulletins added. */
  seed: (content: Content) => Promise<{ added: string[] }>
  /** Throws when the store cannot be read. */
  check: () => Promise<void>
  close: () => Promise<void>
}
