import { http } from 'msw'
import { setupServer } from 'msw/node'
import { buildApp } from '../../src/server/app.ts'
import type { Store } from '../../src/server/store/store.ts'

/** Every request of a component test is answered by the real API over the given store. */
export function mockApi(store: Store) {
  const app = buildApp({ store })
  return setupServer(http.all('*/api/*', ({ request }) => app.fetch(request)))
}
