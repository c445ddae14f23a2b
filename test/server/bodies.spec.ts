import { describe, expect, it } from 'vitest'
import { endpoints } from '../../src/contract/endpoints.ts'
import type { Endpoint } from '../../src/contract/endpoints/endpoint.ts'
import { buildApp } from '../../src/server/app.ts'
import type { DocumentReader } from '../../src/server/imports/import-document.ts'
import { refusedDocument } from '../../src/server/imports/refused-document.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { problemOf } from '../support/problem.ts'

const json = { 'content-type': 'application/json' }
const addresses = { changes: '/api/triage', lines: '/api/fleet', csv: '/api/bulletins/MS05-019/coverage' }

/** Answers what a body comes to, and which errors the operator is told of. */
async function answerTo(method: string, path: string, body: BodyInit, headers: Record<string, string> = json) {
  const reported: unknown[] = []
  const app = buildApp({ store: await storeInMemory(), report: (error) => reported.push(error) })
  const response = await app.request(path, { method, body, headers, duplex: 'half' } as RequestInit)
  return { status: response.status, problem: await problemOf(response), reported }
}

/** A body of which something is taken, and what is left of it then. */
function stream(chunks: readonly string[], end: 'close' | 'error' = 'close') {
  const left = [...chunks]
  const body = new ReadableStream(
    {
      pull(controller) {
        const chunk = left.shift()
        if (chunk !== undefined) controller.enqueue(new TextEncoder().encode(chunk))
        else if (end === 'close') controller.close()
        else controller.error(new Error('Client connection prematurely closed.'))
      },
    },
    { highWaterMark: 0 },
  )
  return { left, body }
}

describe('the body of a write', () => {
  it.each([
    { what: 'nests deep', body: '['.repeat(1_000_000), message: 'the body is nested deeper than 32 levels' },
    {
      what: 'has very many values',
      body: `[${'1,'.repeat(500_000)}1]`,
      message: 'the body has more than 400000 values',
    },
    { what: 'is no JSON', body: '{"changes":', message: 'Malformed JSON in request body' },
  ])('is refused where it $what, before it is read', async ({ body, message }) => {
    const { status, problem } = await answerTo('PUT', addresses.changes, body)
    expect([status, problem.message]).toEqual([400, message])
  })

  it.each([
    { what: 'from the first on', changes: Array.from({ length: 20_000 }, () => ({})) },
    { what: 'after a good many', changes: [...Array.from({ length: 600 }, (_, at) => ({ id: `MS05-${at}` })), 1] },
  ])('is refused where its items are wrong $what, with a hundred faults at most', async ({ changes }) => {
    const { status, problem, reported } = await answerTo('PUT', addresses.changes, JSON.stringify({ changes }))
    expect([status, problem.code, reported]).toEqual([400, 'invalid', []])
    expect(problem.details).toHaveLength(100)
    expect(problem.details?.[0]?.field).toMatch(/^changes\.0\./)
  })

  it.each([
    { what: 'of another type', headers: { 'content-type': 'text/plain' }, status: 415 },
    { what: 'of no type', headers: {} as Record<string, string>, status: 415 },
    { what: 'that is told to be too large', headers: { ...json, 'content-length': '999999999' }, status: 413 },
  ])('$what is refused before anything of it is taken', async ({ headers, status }) => {
    const { left, body } = stream(['{}'])
    expect((await answerTo('PUT', addresses.changes, body, headers)).status).toBe(status)
    expect(left).toHaveLength(1)
  })

  it('that is broken off is nothing that the operator is told of', async () => {
    const { body } = stream(['{"changes":['], 'error')
    const { status, problem, reported } = await answerTo('PUT', addresses.changes, body)
    expect([status, problem.message, reported]).toEqual([400, 'the body was broken off', []])
  })

  it('may be larger only where many things are set at once', () => {
    const larger = Object.values<Endpoint>(endpoints).filter(({ bodyKiB = 0 }) => bodyKiB > 256)
    expect(larger.map(({ path }) => path).toSorted()).toEqual([
      '/api/attempts',
      '/api/bulletins/{id}/coverage',
      '/api/filters/own',
      '/api/filters/team',
      '/api/fleet',
      '/api/plans',
      '/api/plans/{id}',
      '/api/triage',
    ])
  })
})

describe('documents that are sent at once', () => {
  /** Reads nothing until it is told to. */
  function gated() {
    const begun: (() => void)[] = []
    const read: DocumentReader = () =>
      new Promise((resolve) => {
        begun.push(() => resolve(refusedDocument('unknown', [{ place: 'document', rule: null, message: 'no' }])))
      })
    return { begun, read }
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve))

  it('are received two at a time, wait in a short queue, and are told to come again where that is full', async () => {
    const { begun, read } = gated()
    const app = buildApp({ store: await storeInMemory(), read })
    const bodies = Array.from({ length: 12 }, () => stream(['x']))
    const answers = bodies.map(async ({ body }) =>
      app.request('/api/imports', { method: 'POST', body, duplex: 'half' } as RequestInit),
    )
    const refused = await Promise.race(answers.slice(10))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30'])
    while (begun.length < 2) await settled()
    // Nothing is taken of those that wait or were refused.
    expect(bodies.map(({ left }) => left.length)).toEqual([0, 0, ...Array.from({ length: 10 }, () => 1)])
    for (let done = 0; done < 10;) {
      await settled()
      for (const go of begun.splice(0)) {
        go()
        done++
      }
    }
    const statuses = (await Promise.all(answers)).map(({ status }) => status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
  })

  it('that are broken off give their turn to the next', async () => {
    const { begun, read } = gated()
    const app = buildApp({ store: await storeInMemory(), read })
    const send = async (body: BodyInit) =>
      app.request('/api/imports', { method: 'POST', body, duplex: 'half' } as RequestInit)
    const broken = await Promise.all([1, 2, 3].map(() => send(stream(['x'], 'error').body)))
    expect(broken.map(({ status }) => status)).toEqual([400, 400, 400])
    const answer = send('x')
    while (begun.length < 1) await settled()
    begun[0]?.()
    expect((await answer).status).toBe(422)
  })
})
