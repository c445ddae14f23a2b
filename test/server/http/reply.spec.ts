import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { prepareListReply } from '../../../src/server/http/list-reply.ts'
import { prepareReply, sendReply } from '../../../src/server/http/reply.ts'

const asked = async (headers: Record<string, string>) => {
  const app = new Hono().get('/', (c) => sendReply(c, prepareReply({}, '"1"')))
  return app.request('/', { headers })
}

it.each([
  { accepted: 'gzip, deflate, br, zstd', encoding: 'br' },
  { accepted: 'gzip', encoding: 'gzip' },
  { accepted: 'GZIP', encoding: 'gzip' },
  { accepted: 'br;q=0, gzip', encoding: 'gzip' },
  { accepted: 'br; q=0.000, gzip;q=0', encoding: null },
  { accepted: 'br;q=0.5, gzip;q=0.8', encoding: 'gzip' },
  { accepted: '*', encoding: 'br' },
  { accepted: '*, br;q=0', encoding: 'gzip' },
  { accepted: '*;q=0', encoding: null },
  { accepted: 'identity, br;q=0.5', encoding: null },
  { accepted: 'brotli, xbr, x-gzip', encoding: null },
  { accepted: '', encoding: null },
])('to "$accepted" is sent $encoding', async ({ accepted, encoding }) => {
  expect((await asked({ 'accept-encoding': accepted })).headers.get('content-encoding')).toBe(encoding)
})

it.each([
  { tags: '"1"', status: 304 },
  { tags: 'W/"1"', status: 304 },
  { tags: '"0", W/"1"', status: 304 },
  { tags: '"a,b","1"', status: 304 },
  { tags: '*', status: 304 },
  { tags: '"11"', status: 200 },
  { tags: '1', status: 200 },
  { tags: '', status: 200 },
])('to who has $tags the answer with the tag "1" is $status', async ({ tags, status }) => {
  expect((await asked({ 'if-none-match': tags })).status).toBe(status)
})

const decoders = { br: brotliDecompressSync, gzip: gunzipSync }
const encodings = ['br', 'gzip'] as const
/** Below and above what is compressed at once. */
const values = [{ rows: 10 }, { rows: 100_000 }].map(({ rows }) => Array.from({ length: rows }, (_, row) => `KB${row}`))

describe.each(values.map((value) => ({ rows: value.length, value })))('an answer of $rows rows', ({ value }) => {
  it.each(encodings)('is the same in %s as plain', async (encoding) => {
    const reply = prepareReply(value)
    const app = new Hono().get('/', (c) => sendReply(c, reply))
    const sent = await app.request('/', { headers: { 'accept-encoding': encoding } })
    expect(sent.headers.get('content-encoding')).toBe(encoding)
    const decoded = decoders[encoding](Buffer.from(await sent.arrayBuffer())).toString()
    expect(decoded).toBe(await (await app.request('/')).text())
    expect(JSON.parse(decoded)).toEqual(value)
  })

  it.each(encodings)('is compressed as %s once, however many ask for it at the same time', async (encoding) => {
    const { compressed } = prepareReply(value)
    const [first, second] = await Promise.all([compressed(encoding), compressed(encoding)])
    expect(second).toBe(first)
    expect(await compressed(encoding)).toBe(first)
  })
})

it.each([0, 1, 2000, 4001])('a list of %i items that is made in parts is the same answer', async (length) => {
  const items = Array.from({ length }, (_, at) => ({ id: `é${at}` }))
  const [inParts, atOnce] = [await prepareListReply(items.length, (at) => items[at]), prepareReply(items)]
  expect(inParts.plain.equals(atOnce.plain)).toBe(true)
  expect([inParts.etag, inParts.type]).toEqual([atOnce.etag, atOnce.type])
})
