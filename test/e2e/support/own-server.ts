import { createAdaptorServer } from '@hono/node-server'
import type { Admission } from '../../../src/server/access/admission.ts'
import { buildApp } from '../../../src/server/app.ts'
import { builtFolders } from '../../../src/server/built-folders.ts'
import { makeFetcher } from '../../../src/server/fetching/fetch-document.ts'
import { readAnyDocument } from '../../../src/server/imports/read-document.ts'
import { servedBuild } from '../../../src/server/rendering/load.ts'
import { watchSources } from '../../../src/server/sources/scheduler.ts'
import type { Store } from '../../../src/server/store/store.ts'

/** Read once: every server of a worker serves the same build, and is warm before it is asked. */
let build: ReturnType<typeof servedBuild> | undefined

async function warmBuild() {
  const built = await servedBuild(builtFolders('.'))
  await built.rendering?.warmUp()
  return built
}

type Options = {
  /** Who is let in. */
  admission?: Admission
  /** A free one, unless the server is to be where another was. */
  port?: number
  /** Where it may fetch from although that is this machine. */
  publishers?: readonly string[]
}

/** The built pages over a store of its own, for a test that changes it; ends by `close`. */
export async function serveStore(
  store: Store,
  { admission = { signIn: 'single-user', user: 'Ito' }, port: wanted = 0, publishers = [] }: Options = {},
) {
  const watch = watchSources({
    store,
    fetch: makeFetcher({ privateHosts: publishers }),
    read: readAnyDocument,
    now: () => new Date(),
    report: (error) => {
      throw error
    },
  })
  const stopping = new AbortController()
  const server = createAdaptorServer({
    fetch: buildApp({
      store,
      watch,
      admission,
      stopping: stopping.signal,
      ...(await (build ??= warmBuild())),
    }).fetch,
  })
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      stopping.abort()
      await watch.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
    },
  }
}
