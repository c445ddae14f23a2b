import type { Context } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { live } from '../../contract/endpoints/live.ts'
import type { Changes } from '../../contract/events.ts'
import { everything } from '../../contract/topics.ts'
import type { Authenticate } from '../access/identify.ts'
import { openAtOnce } from '../access/connection-limiter.ts'
import type { AppEnv } from '../access/principal.ts'
import { sharedReading } from '../live/shared-reading.ts'
import type { Report } from '../logs/log.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { tooMany } from '../http/problem.ts'

/** Between signs of life, in milliseconds: well below the patience of proxies. */
const alive = 20_000

type Deps = {
  store: Store
  authenticate: Authenticate
  report: Report
  /** Ends all open streams: a server that stops does not wait for pages to be closed. */
  stopping: AbortSignal
}

/** How many streams are open at once for one person or program, and for one address without signing in. */
const atMost = { named: 50, anyone: 200 }

/** What open pages are told while they are open: each stream from where its page is, by one reading for all that are at the same place. */
export function liveRoutes({ store: { events }, authenticate, report, stopping }: Deps): Routes {
  const streams = openAtOnce()
  const { heard, readAfter } = sharedReading(events)
  /** Whether it is still they who opened it, and they may do what they did: otherwise their page has to ask who it is for. */
  const isStillIn = async (c: Context<AppEnv>) => {
    const [before, now] = [c.get('principal'), await authenticate(c, false)]
    return now !== null && now !== 'bad-token' && now.name === before?.name && now.role === before.role
  }
  /** Tells a page what happens after an event, for as long as the page is open. */
  async function follow(c: Context<AppEnv>, stream: SSEStreamingApi, after: number): Promise<void> {
    let last = after
    let wake = () => {}
    let timer: NodeJS.Timeout | undefined
    const unlisten = events.listen(() => {
      heard()
      wake()
    })
    const end = () => wake()
    stopping.addEventListener('abort', end)
    stream.onAbort(end)
    const send = (changes: Changes) =>
      stream.writeSSE({ event: 'changes', id: String(changes.last), data: JSON.stringify(changes) })
    const isOpen = () => !stream.aborted && !stopping.aborted
    try {
      await stream.writeSSE({ event: 'alive', data: String(last) })
      const known = await events.last()
      // The page knows of more than there is: the store was set back, and whatever the page shows may be wrong.
      if (last > known) await send(everything((last = known)))
      let isIn = await isStillIn(c)
      while (isOpen() && isIn) {
        const woken = new Promise<void>((resolve) => (wake = resolve))
        if (!isOpen()) break
        const changes = await readAfter(last)
        if (changes !== null) {
          last = changes.last
          await send(changes)
          continue
        }
        const isQuiet = new Promise<true>((resolve) => void (timer = setTimeout(() => resolve(true), alive)))
        if ((await Promise.race([woken, isQuiet])) === true)
          await stream.writeSSE({ event: 'alive', data: String(last) })
        clearTimeout(timer)
        isIn = await isStillIn(c)
      }
    } finally {
      clearTimeout(timer)
      unlisten()
      stopping.removeEventListener('abort', end)
    }
  }
  return routeGroup().openapi(routeOf(live.watchEvents), async (c) => {
    // Nobody would read the stream, so that it would never learn that nobody is there.
    if (c.req.method === 'HEAD') return c.body('', 200, { 'content-type': 'text/event-stream' })
    const { since } = c.req.valid('query')
    const last = since === undefined ? await events.last() : Number(since)
    const name = c.get('principal')?.name ?? null
    const whose = name === null ? `from ${c.get('address')}` : `of ${name}`
    if (!streams.enter(whose, name === null ? atMost.anyone : atMost.named))
      throw tooMany('too many pages are open; close some', 30)
    c.header('x-accel-buffering', 'no')
    // What went wrong is for the operator: left to the library, it would be told to the page. That connects again.
    return streamSSE(c, (stream) =>
      follow(c, stream, last)
        .catch((error: unknown) => report(error, c.get('requestId')))
        .finally(() => streams.leave(whose)),
    )
  })
}
