import { createAdaptorServer } from '@hono/node-server'
import { buildApp } from '../../../src/server/app.ts'
import { serveSite } from '../../../src/server/site.ts'
import { memoryStore } from '../../../src/server/store/memory.ts'
import { generate } from '../../bench/generate.ts'

/** The built pages over made-up bulletins, for what only shows in long lists; ends by `close`. */
export async function serveBulletins(bulletins: number) {
  const store = memoryStore()
  await store.seed(generate({ bulletins, platforms: 120, cvesPerBulletin: 3 }))
  const server = createAdaptorServer({ fetch: buildApp({ store, site: await serveSite('dist') }).fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
