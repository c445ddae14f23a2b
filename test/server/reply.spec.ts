import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { prepareReply, sendReply } from '../../src/server/reply.ts'

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
