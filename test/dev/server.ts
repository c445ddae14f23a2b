/** The API over demo data, for two people at once: by `localhost` it is Sato who asks, by any other name Ito. */
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { buildApp } from '../../src/server/app.ts'
import { makeFetcher } from '../../src/server/fetching/fetch-document.ts'
import { readingProcess } from '../../src/server/imports/reading-process.ts'
import { watchSources } from '../../src/server/sources/scheduler.ts'
import { sqliteStore } from '../../src/server/store/engines/sqlite.ts'
import { ito, sato } from '../support/demo/team.ts'
import { goWrong } from './sentinels.ts'

const store = await sqliteStore(process.env['DATA_DIR'] ?? './data/dev')
const read = readingProcess()
const now = () => new Date()
const report = (error: unknown) => console.error(now().toISOString(), error)
const watch = watchSources({ store, fetch: makeFetcher(), read, list: read.list, now, report })
const stopping = new AbortController()
const appOf = (user: string) =>
  buildApp({
    store,
    read,
    readInventory: read.inventory,
    watch,
    now,
    report,
    admission: { signIn: 'single-user', user },
    stopping: stopping.signal,
  })
const apps = new Map([ito, sato].map((who) => [who, appOf(who)]))

const server = createAdaptorServer({
  async fetch(request: Request, bindings: HttpBindings | Http2Bindings) {
    const who = new URL(request.url).hostname === 'localhost' ? sato : ito
    return (await goWrong(request, store, who)) ?? apps.get(who)?.fetch(request, bindings) ?? Response.error()
  },
})

/** Ends when code has changed, too: the next server opens the same files. */
async function stop() {
  stopping.abort()
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await Promise.all([watch.stop(), read.stop()])
  await store.close()
}
process.once('SIGTERM', () => void stop())
server.listen(Number(process.env['PORT']), '127.0.0.1')
watch.start()
