import { http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import type { Store } from '../../src/server/store/store.ts'

/** Every request of a component test is answered by the real API over the given store. */
export function mockApi(store: Store) {
  const app = buildApp({ store })
  return setupServer(http.all('*/api/*', ({ request }) => app.fetch(request)))
}

/** The same for all tests of a file, which read the pages in English; what one of them answers itself is gone after it. */
export function mockApiForFile(store: Store) {
  const network = mockApi(store)
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
  beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
  afterEach(() => network.resetHandlers())
  afterAll(() => network.close())
  return network
}
