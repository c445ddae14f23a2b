import { expect, it } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import { readContent } from '../../src/server/content.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { advisory } from '../feeds/advisory.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const kept = putAwayAfterEach()
const [first] = (await readContent()).bulletins
if (first === undefined) throw new Error('a bulletin is needed')
const id = first.id
const nul = '\u0000'
const json = { 'content-type': 'application/json' }
const bytes = { 'content-type': 'application/octet-stream' }
const send = (method: string, path: string, body: unknown, headers: Record<string, string> = json) => ({
  path,
  init: { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
})

const csaf = advisory()
csaf.document.notes = [{ category: 'summary', text: `a${nul}b` }]

const requests = {
  'a comment': send('POST', `/api/bulletins/${id}/comments`, { text: `a${nul}b` }),
  'the name of a field': send('POST', `/api/bulletins/${id}/comments`, { text: 'a', [`a${nul}`]: 1 }),
  'a lab test': send('POST', `/api/bulletins/${id}/test-results`, { note: nul }),
  'the name of a document': send('POST', '/api/imports?name=a%00b', first, bytes),
  'an address': send('PUT', '/api/sources/a%00b', {}),
  'a bulletin': send('POST', '/api/imports', { ...first, id: 'KB1', revision: `1${nul}` }, bytes),
  'an advisory': send('POST', '/api/imports', csaf, bytes),
  'XML as a reference': send('POST', '/api/imports', '<cvrfdoc><a>&#0;</a></cvrfdoc>', bytes),
  'XML as it is': send('POST', '/api/imports', `<cvrfdoc><a>${nul}</a></cvrfdoc>`, bytes),
}

it.each(engines(kept))(
  '$name: U+0000, which PostgreSQL keeps in no text, is refused wherever it is sent',
  async ({ make }) => {
    const store = await make()
    await store.seed({ platforms: [], bulletins: [first] })
    const reported: unknown[] = []
    const app = buildApp({ store, report: (error) => reported.push(error) })
    const before = await store.events.last()
    const statuses: Record<string, number> = {}
    const messages: string[] = []
    for (const [what, { path, init }] of Object.entries(requests)) {
      const response = await app.request(path, init)
      statuses[what] = response.status
      messages.push(await response.text())
    }
    expect(statuses).toEqual({
      'a comment': 400,
      'the name of a field': 400,
      'a lab test': 400,
      'the name of a document': 400,
      'an address': 400,
      'a bulletin': 422,
      'an advisory': 422,
      'XML as a reference': 422,
      'XML as it is': 422,
    })
    expect(messages.filter((message) => message.includes('U+0000'))).toHaveLength(7)
    expect([await store.events.last(), reported]).toEqual([before, []])
  },
)

it('a backslash before the letters u0000 is no such character', async () => {
  const store = await storeInMemory()
  await store.seed({ platforms: [], bulletins: [first] })
  const { path, init } = send('POST', `/api/bulletins/${id}/comments`, { text: String.raw`\u0000` })
  expect((await buildApp({ store }).request(path, init)).status).toBe(201)
})
