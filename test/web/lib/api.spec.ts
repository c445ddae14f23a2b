import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { call } from '../../../src/web/lib/call.ts'
import { onPendingWrites, pendingWrites } from '../../../src/web/lib/pending-writes.ts'
import { access } from '../../../src/contract/endpoints/access.ts'
import { fleet } from '../../../src/contract/endpoints/fleet.ts'
import { importing } from '../../../src/contract/endpoints/importing.ts'
import type { Fleet } from '../../../src/contract/fleet.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  server.resetHandlers()
  vi.useRealTimers()
})
afterAll(() => server.close())

const empty: Fleet = { version: 0, at: null, by: null, lines: [] }
const setFleet = () => call(fleet.setFleet, { version: 0, body: { lines: [] } })
const never = () => new Promise<never>(() => {})
const half = () => {
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"version":'))
      stream.error(new TypeError('terminated'))
    },
  })
  return new HttpResponse(body, { headers: { 'content-type': 'application/json' } })
}

describe('a write', () => {
  it('is under way until it is answered', async () => {
    const counts: number[] = []
    const stop = onPendingWrites(() => void counts.push(pendingWrites()))
    server.use(http.put('*/api/fleet', () => HttpResponse.json(empty)))
    await Promise.all([setFleet(), setFleet()])
    server.use(http.put('*/api/fleet', () => HttpResponse.error()))
    await expect(setFleet()).rejects.toMatchObject({ code: 'offline' })
    stop()
    expect(counts).toEqual([1, 2, 1, 0, 1, 0])
  })

  it('has failed when nobody has answered for 30 seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    server.use(http.put('*/api/fleet', never))
    const failure = setFleet().catch((error: unknown) => error)
    vi.advanceTimersByTime(29_999)
    expect(pendingWrites()).toBe(1)
    vi.advanceTimersByTime(1)
    expect(await failure).toMatchObject({ name: 'ApiError', code: 'offline' })
    expect(pendingWrites()).toBe(0)
  })

  it('goes on when the page is closed, where it is small: browsers take no large one', async () => {
    const kept: boolean[] = []
    server.use(
      http.put('*/api/fleet', ({ request }) => {
        kept.push(request.keepalive)
        return HttpResponse.json(empty)
      }),
    )
    await setFleet()
    const lines = Array.from({ length: 500 }, () => ({ platform: 'windows-2000', edition: '', machines: 1 }))
    await call(fleet.setFleet, { version: 0, body: { lines } })
    expect(kept).toEqual([true, false])
  })
})

describe('what changes nothing that is kept, or takes its time', () => {
  it('is no write: to read, or to sign in', async () => {
    const told = vi.fn<() => void>()
    const stop = onPendingWrites(told)
    server.use(
      http.get('*/api/fleet', () => HttpResponse.json(empty)),
      http.post('*/api/sign-out', () => HttpResponse.error()),
    )
    await call(fleet.viewFleet, {})
    await expect(call(access.signOut, {})).rejects.toThrow('no answer')
    stop()
    expect(told).not.toHaveBeenCalled()
  })

  it('is waited for, as a large document', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const held = Promise.withResolvers<void>()
    server.use(
      http.post('*/api/imports', async () => {
        await held.promise
        return HttpResponse.error()
      }),
    )
    const settled = vi.fn<() => void>()
    const importingOne = call(importing.importDocument, { body: new Blob(['{}']) }).catch(settled)
    vi.advanceTimersByTime(600_000)
    expect(settled).not.toHaveBeenCalled()
    held.resolve()
    await importingOne
    expect(settled).toHaveBeenCalledOnce()
  })
})

it.each([
  { what: 'breaks off', answer: half, code: 'offline' },
  { what: 'is a page of something between', answer: () => HttpResponse.html('<h1>Sign in</h1>'), code: 'unexpected' },
])('an answer that $what is a failure with a name', async ({ answer, code }) => {
  server.use(http.get('*/api/fleet', answer))
  await expect(call(fleet.viewFleet, {})).rejects.toMatchObject({ name: 'ApiError', code })
})
