import type { Page } from '@playwright/test'
import type { Store } from '../../../src/server/store/store.ts'
import { contentStore } from '../../support/content-store.ts'
import { serveStore } from './own-server.ts'
import { test as base } from './page.ts'

type Fixtures = {
  /** One store, and Ito's server over it. */
  own: { store: Store; url: string; port: number; close: () => Promise<void> }
  /** A second person in a browser of their own, at a server of their own over the same store. */
  sato: Page
}

/** A server on which one person works alone. */
export const alone = (user: string) => ({ admission: { signIn: 'single-user', user } as const })

/** A test with a store of its own, which it may change, and two people at work on it. */
export const test = base.extend<Fixtures>({
  // Playwright reads what a fixture needs from its first parameter.
  // oxlint-disable-next-line no-empty-pattern
  own: async ({}, provide) => {
    const store = await contentStore()
    const server = await serveStore(store, alone('Ito'))
    await provide({ store, ...server })
    await server.close()
  },
  baseURL: async ({ own }, provide) => provide(own.url),
  sato: async ({ browser, own, viewport }, provide) => {
    const server = await serveStore(own.store, alone('Sato'))
    const context = await browser.newContext({ baseURL: server.url, locale: 'ja-JP', viewport })
    await provide(await context.newPage())
    await context.close()
    await server.close()
  },
})
