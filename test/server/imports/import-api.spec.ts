import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { DocumentReport, ImportRecord } from '../../../src/contract/imports.ts'
import { Source } from '../../../src/contract/sources.ts'
import { documentBytes } from '../../../src/contract/limits.ts'
import { buildApp } from '../../../src/server/app.ts'
import { readingProcess } from '../../../src/server/imports/reading-process.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { advisory } from '../../feeds/advisory.ts'
import { cvrf } from '../../feeds/cvrf.ts'
import { contentStore } from '../../support/content-store.ts'
import { problemOf } from '../../support/problem.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

const may = {
  id: '2026-May',
  published: '2026-05-12',
  products: { a: 'Windows Server 2025' },
  flaws: [
    { cve: 'CVE-2026-1000', severities: { a: 'Important' }, remediations: [{ label: '5079473', products: ['a'] }] },
  ],
}
const month = cvrf(may)

const post = (app: ReturnType<typeof buildApp>, query: string, body: BodyInit, headers: Record<string, string> = {}) =>
  app.request(`/api/imports${query}`, { method: 'POST', body, headers })

describe('a document that is sent', () => {
  it('is brought in, under the name that it is given', async () => {
    const store = await storeInMemory()
    const app = buildApp({ store })
    const response = await post(app, '?name=2026-May.xml', month)
    expect(response.status).toBe(200)
    expect(DocumentReport.parse(await response.json())).toEqual({
      document: '2026-May.xml',
      kind: 'msrc-cvrf',
      saved: [{ id: 'KB5079473', outcome: 'added', changes: [{ kind: 'new', of: [] }] }],
      problems: [],
      problemCount: 0,
      warnings: [],
    })
    const again = DocumentReport.parse(await (await post(app, '', month)).json())
    expect(again.saved).toEqual([{ id: 'KB5079473', outcome: 'unchanged', changes: [] }])
  })

  it('can be taken out again, once, and the last of its versions first', async () => {
    const app = buildApp({ store: await storeInMemory() })
    await post(app, '?name=2026-May.xml', month)
    await post(app, '', cvrf({ ...may, updated: '2026-05-20', flaws: [] }))
    const listed = z.array(ImportRecord).parse(await (await app.request('/api/imports')).json())
    expect(listed.map(({ name, counts, canBeUndone }) => [name, counts.added, counts.withdrawn, canBeUndone])).toEqual([
      ['document', 0, 1, true],
      ['2026-May.xml', 1, 0, false],
    ])
    const undo = (id: number | undefined) => app.request(`/api/imports/${id}/undo`, { method: 'POST' })
    const refusal = await undo(listed[1]?.id)
    expect([refusal.status, (await problemOf(refusal)).code]).toEqual([409, 'conflict'])
    expect((await undo(listed[0]?.id)).status).toBe(200)
    expect((await undo(listed[0]?.id)).status).toBe(409)
    expect((await app.request('/api/bulletins/KB5079473')).status).toBe(200)
    expect((await undo(listed[1]?.id)).status).toBe(200)
    expect((await app.request('/api/bulletins/KB5079473')).status).toBe(404)
    expect((await undo(12_345)).status).toBe(404)
  })

  it('is refused where it is a catalogue of far more entries than there can be', async () => {
    const vulnerabilities = Array.from({ length: 100_001 }, (_, at) => ({
      cveID: `CVE-2031-${10_000 + at}`,
      dateAdded: '2031-03-20',
    }))
    const app = buildApp({ store: await storeInMemory() })
    const response = await post(app, '', JSON.stringify({ catalogVersion: '2031.03.20', vulnerabilities }))
    expect(response.status).toBe(422)
    expect((await problemOf(response)).details).toEqual([
      { field: 'vulnerabilities', message: 'has 100001 entries: a catalogue may have 100000', seems: 'kev' },
    ])
  })

  it('is at once in the index that the pages load', async () => {
    const app = buildApp({ store: await storeInMemory() })
    const etag = async () => (await app.request('/api/index')).headers.get('etag')
    const before = await etag()
    await post(app, '', month)
    expect(await etag()).not.toBe(before)
  })

  it('is refused whole where something is wrong in it, with every place and rule', async () => {
    const store = await storeInMemory()
    const broken = { ...advisory(), vulnerabilities: [{ cve: 'CVE-2026-1000', product_status: { fixed: ['X'] } }] }
    const response = await post(buildApp({ store }), '?name=a.json', JSON.stringify(broken))
    expect(response.status).toBe(422)
    const { code, details } = await problemOf(response)
    expect(code).toBe('refused')
    expect(details).toContainEqual({
      field: containing('/vulnerabilities/0/product_status/fixed/0'),
      message: containing('6.1.1: '),
      seems: 'csaf',
    })
    expect(await store.summaries()).toEqual([])
  })

  it('gives what is good of it to who wants that', async () => {
    const known = await (await contentStore()).find('MS05-019')
    const lines = `${JSON.stringify(known)}\n{"id":"half"}\n`
    const app = buildApp({ store: await storeInMemory() })
    expect((await post(app, '', lines)).status).toBe(422)
    const taken = DocumentReport.parse(await (await post(app, '?keepGoing=yes', lines)).json())
    expect(taken.saved.map(({ id }) => id)).toEqual(['MS05-019'])
    expect(taken.problems[0]?.place).toContain('line 2')
  })

  it('is refused before it is read where it is too large', async () => {
    const response = await post(buildApp({ store: await storeInMemory() }), '', 'x', {
      'content-length': String(documentBytes + 1),
    })
    expect([response.status, (await problemOf(response)).code]).toEqual([413, 'too_large'])
  })

  it.each([
    { what: 'nothing', body: '', told: { reason: 'not-a-known-document', seems: 'empty' } },
    {
      what: 'a picture',
      body: new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
      told: { reason: 'not-a-known-document', seems: 'unreadable' },
    },
    { what: 'any other JSON', body: '{"foo":1}', told: { reason: 'not-a-known-document', seems: 'json' } },
    { what: 'a list of documents', body: '{"feed":{"entry":[]}}', told: { reason: 'lists-documents' } },
  ])('is refused in one sentence where it is $what', async ({ body, told }) => {
    const response = await post(buildApp({ store: await storeInMemory() }), '?name=a', body)
    expect(response.status).toBe(422)
    const { details = [] } = await problemOf(response)
    expect(details).toEqual([{ field: 'document', message: expect.any(String) as unknown, ...told }])
  })

  it('may be read in a process of its own', async () => {
    const read = readingProcess()
    const app = buildApp({ store: await storeInMemory(), read })
    const report = DocumentReport.parse(await (await post(app, '', month)).json())
    expect(report.saved.map(({ id }) => id)).toEqual(['KB5079473'])
    const both = await Promise.all([post(app, '', month), post(app, '', '<no')])
    expect(both.map(({ status }) => status)).toEqual([200, 422])
    await read.stop()
    // It starts again with the next document.
    expect((await post(app, '', month)).status).toBe(200)
    await read.stop()
  })
})

describe('a write from elsewhere', async () => {
  const app = buildApp({ store: await storeInMemory() })

  it.each([
    { from: 'another site', headers: { 'sec-fetch-site': 'cross-site' } },
    { from: 'another port of this machine', headers: { 'sec-fetch-site': 'same-site' } },
    { from: 'another origin', headers: { origin: 'https://evil.example', host: 'localhost' } },
    { from: 'a page of no origin', headers: { origin: 'null', host: 'localhost' } },
  ])('is refused from $from', async ({ headers }) => {
    const response = await post(app, '', month, headers)
    expect([response.status, (await problemOf(response)).code]).toEqual([403, 'forbidden'])
  })

  it.each([
    {
      from: 'a page of ours',
      headers: { 'sec-fetch-site': 'same-origin', origin: 'http://localhost', host: 'localhost' },
    },
    { from: 'a command', headers: {} },
  ])('is taken from $from', async ({ headers }) => {
    expect((await post(app, '', month, headers)).status).toBe(200)
  })
})

describe('a source', () => {
  const settings = { title: 'Ours', url: 'https://a.example/', isOn: false, everyHours: 24, since: null }
  const send = (app: ReturnType<typeof buildApp>, method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })

  it('is added, changed and removed', async () => {
    const app = buildApp({ store: await storeInMemory() })
    const added = Source.parse(await (await send(app, 'POST', '/api/sources', settings)).json())
    expect(added).toMatchObject({ id: 'ours', isShipped: false, isRunning: false, nextRunAt: null })
    const changed = await send(app, 'PUT', '/api/sources/ours', { ...settings, title: 'Yours', everyHours: 6 })
    expect(Source.parse(await changed.json())).toMatchObject({ title: 'Yours', everyHours: 6 })
    expect(await (await app.request('/api/sources')).json()).toMatchObject([{ id: 'ours', title: 'Yours' }])
    expect(await (await app.request('/api/sources/ours/contents')).json()).toEqual({ bulletins: 0, entries: 0 })
    expect((await app.request('/api/sources/theirs/contents')).status).toBe(404)
    expect((await send(app, 'DELETE', '/api/sources/ours?contents=all')).status).toBe(400)
    expect((await send(app, 'DELETE', '/api/sources/ours?contents=remove')).status).toBe(204)
    expect(await (await app.request('/api/sources')).json()).toEqual([])
  })

  it.each([
    { what: 'an address that is none', change: { url: 'not an address' }, field: 'url' },
    { what: 'a file of this machine', change: { url: 'file:///etc/passwd' }, field: 'url' },
    { what: 'no name', change: { title: '  ' }, field: 'title' },
    { what: 'an interval that is not offered', change: { everyHours: 0.01 }, field: 'everyHours' },
    { what: 'a day that is none', change: { since: '2026-02-30' }, field: 'since' },
  ])('is refused with $what', async ({ change, field }) => {
    const response = await send(buildApp({ store: await storeInMemory() }), 'POST', '/api/sources', {
      ...settings,
      ...change,
    })
    expect([response.status, (await problemOf(response)).details?.[0]?.field]).toEqual([400, field])
  })

  it('that is not there cannot be changed, removed or fetched', async () => {
    const app = buildApp({ store: await storeInMemory() })
    const answers = await Promise.all([
      send(app, 'PUT', '/api/sources/gone', settings),
      send(app, 'DELETE', '/api/sources/gone'),
      send(app, 'POST', '/api/sources/gone/fetch'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  it('is not changed by what is no JSON', async () => {
    const response = await buildApp({ store: await storeInMemory() }).request('/api/sources', {
      method: 'POST',
      body: '{',
      headers: { 'content-type': 'application/json' },
    })
    expect([response.status, (await problemOf(response)).code]).toEqual([400, 'invalid'])
  })
})
