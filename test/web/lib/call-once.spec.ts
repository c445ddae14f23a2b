import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callOnce } from '../../../src/web/lib/call-once.ts'
import { triage } from '../../../src/contract/endpoints/triage.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** The keys under which texts arrived, in order. */
let keys: (string | null)[] = []
beforeEach(() => {
  keys = []
})

const answer = (response: () => Response) =>
  server.use(
    http.post('*/api/bulletins/:id/comments', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'))
      return response()
    }),
  )
const say = (text: string, id = 'MS05-019') =>
  callOnce(triage.addComment, { params: { id }, body: { text } }).catch((error: unknown) => error)
const refusal = (code: string, status: number) => () => HttpResponse.json({ code, message: code }, { status })

describe('what is sent again as it was', () => {
  it.each([
    { why: 'nobody answered', response: () => HttpResponse.error() },
    { why: 'the database could not be used', response: refusal('unavailable', 503) },
    { why: 'something went wrong on the server', response: refusal('unexpected', 500) },
    { why: 'something else than the server answered', response: () => new HttpResponse('<p>504</p>', { status: 504 }) },
  ])('goes under its key where $why, and under a new one once it is saved', async ({ response }) => {
    answer(response)
    await say('Hello')
    answer(() => HttpResponse.json({ id: 1 }, { status: 201 }))
    await say('Hello')
    await say('Hello')
    const [first, second, third] = keys
    expect(first).toMatch(/^[0-9a-f]{32}$/)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('goes under a new key where it was refused: nothing is saved', async () => {
    answer(refusal('too_many', 429))
    await say('Hello')
    await say('Hello')
    expect(new Set(keys).size).toBe(2)
  })
})

it('something else, or the same of another bulletin, goes under a new key', async () => {
  answer(() => HttpResponse.error())
  await say('Hello')
  await say('Hello', 'MS05-020')
  await say('Good evening')
  expect(new Set(keys).size).toBe(3)
})
