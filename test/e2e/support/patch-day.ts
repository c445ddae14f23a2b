import { patchDayStore } from '../../support/patch-day/populate.ts'
import { serveStore } from './own-server.ts'
import { alone } from './team.ts'
import { test as base } from './page.ts'

/** Over a made-up patch day of today's size, one server for each worker; its tests change nothing. */
export const test = base.extend<object, { patchDay: string }>({
  patchDay: [
    // Playwright reads what a fixture needs from its first parameter.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const store = await patchDayStore()
      const { url, close } = await serveStore(store, alone('Ito'))
      await provide(url)
      await close()
      await store.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ patchDay }, provide) => provide(patchDay),
})
