import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { buildApp } from '../../../src/server/app.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { generate } from '../../bench/generate.ts'
import { listJson } from '../../../src/server/http/list-reply.ts'
import { streamReply } from '../../../src/server/http/stream-reply.ts'

type Told = { pieces: () => Iterable<string>; etag?: string }

/** An app that answers with these pieces, and what was reported meanwhile. */
function answering({ pieces, ...rest }: Told) {
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  const app = new Hono()
  app.get('/', (c) => streamReply(c, { pieces: pieces(), type: 'application/json', report, ...rest }))
  app.onError((error, c) => c.text(error.message, 500))
  return { app, reported }
}

/** The same, asked over HTTP. */
async function serving(told: Told) {
  const { app, reported } = answering(told)
  const server = createAdaptorServer({ fetch: app.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await once(server, 'close')
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, reported }
}

const encodings = ['identity', 'gzip', 'br']
const megabytes = 4

/** Pieces without end, and how many were asked for; `ended` when nobody asks any more. */
function endless() {
  const count = { asked: 0 }
  const ended = Promise.withResolvers<number>()
  function* pieces() {
    try {
      for (;;) {
        count.asked++
        // Not to be compressed away.
        yield Array.from({ length: 1000 }, (_, at) => (at * count.asked * 7919).toString(36)).join(',')
      }
    } finally {
      ended.resolve(count.asked)
    }
  }
  return { pieces, count, ended: ended.promise }
}

describe('a list that is longer than a page', () => {
  it('comes whole, filtered or not, as JSON and as CSV', async () => {
    const store = await storeInMemory()
    const { bulletins, platforms } = generate({ bulletins: 1200, platforms: 20, cvesPerBulletin: 1 })
    await store.seed({ bulletins, platforms })
    const app = buildApp({ store })
    const idsIn = async (path: string) => {
      const response = await app.request(path)
      return z.array(z.object({ id: z.string() })).parse(await response.json())
    }
    const all = bulletins.map(({ id }) => ({ id }))
    expect(await idsIn('/api/bulletins?fields=id')).toEqual(all)
    expect((await idsIn('/api/bulletins')).map(({ id }) => ({ id }))).toEqual(all)
    const text = await (await app.request('/api/bulletins.csv?sort=id')).text()
    const lines = text.trimEnd().split('\n').slice(1)
    expect(lines.map((line) => ({ id: line.split(',')[0] }))).toEqual(all.toReversed())
    // The filter and the day stand in the first line alone.
    expect(lines.map((line) => line.endsWith(',,'))).toEqual(lines.map((_, at) => at > 0))
    await store.close()
  })
})

describe('an answer that is sent while it is made', () => {
  it.each(encodings)('is whole and well-formed as %s', async (encoding) => {
    const items = Array.from({ length: 5000 }, (_, id) => ({ id, title: `製品 ${id} の脆弱性 "\\` }))
    const { url } = await serving({ pieces: () => listJson(items.length, (at) => items[at]) })
    const response = await fetch(url, { headers: { 'accept-encoding': encoding } })
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(await response.json()).toEqual(items)
  })

  it('is what its pieces are, however long each of them is', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat({ max: 200_000 }).map((length) => '語'.repeat(length)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (pieces) => {
        const { app } = answering({ pieces: () => pieces })
        expect(await (await app.request('/')).text()).toBe(pieces.join(''))
      }),
      { numRuns: 30 },
    )
  })

  it('is not made for who has it, and of HEAD no more than its beginning', async () => {
    const known = endless()
    const { app } = answering({ pieces: known.pieces, etag: '"1"' })
    expect((await app.request('/', { headers: { 'if-none-match': '"1"' } })).status).toBe(304)
    expect(known.count.asked).toBe(0)
    expect((await app.request('/', { method: 'HEAD' })).headers.get('etag')).toBe('"1"')
    expect(known.count.asked).toBeLessThan(100)
  })

  it('is an error where it fails before its first piece', async () => {
    const { app } = answering({
      // oxlint-disable-next-line require-yield
      *pieces() {
        throw new Error('nothing can be read')
      },
    })
    const response = await app.request('/')
    expect([response.status, await response.text()]).toEqual([500, 'nothing can be read'])
  })

  it.each(encodings)('breaks off as %s where it fails in the middle, and never looks whole', async (encoding) => {
    const broken = new Error('the disk is gone')
    const { url, reported } = await serving({
      *pieces() {
        yield `["${'a'.repeat(megabytes * 1024 * 1024)}"`
        throw broken
      },
    })
    const response = await fetch(url, { headers: { 'accept-encoding': encoding } })
    await expect(response.text()).rejects.toThrow('terminated')
    expect(reported).toEqual([broken])
  })

  it('is an error for who reads it in this process, too', async () => {
    const { app } = answering({
      *pieces() {
        yield 'a'.repeat(100_000)
        throw new Error('the disk is gone')
      },
    })
    await expect((await app.request('/')).text()).rejects.toThrow('breaks off')
  })

  it.each(encodings)('is made no further as %s when its client goes away', async (encoding) => {
    const { pieces, count, ended } = endless()
    const { url, reported } = await serving({ pieces })
    const leaving = new AbortController()
    const response = await fetch(url, { headers: { 'accept-encoding': encoding }, signal: leaving.signal })
    await response.body?.getReader().read()
    leaving.abort()
    expect(await ended).toBe(count.asked)
    expect(reported).toEqual([])
  })

  it.each(encodings)('waits as %s for a client that takes it slowly', async (encoding) => {
    const { pieces, count } = endless()
    const { app } = answering({ pieces })
    const { body } = await app.request('/', { headers: { 'accept-encoding': encoding } })
    const reader = body?.getReader()
    await reader?.read()
    const asked = count.asked
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => void setImmediate(resolve))
    // What is under way to the compressor is not much more than what was asked for.
    expect(count.asked - asked).toBeLessThan(200)
    await reader?.cancel()
  })
})
