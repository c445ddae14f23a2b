import { describe, expect, it } from 'vitest'
import { readContent } from '../../../src/server/content.ts'
import { readAnyDocument } from '../../../src/server/imports/read-document.ts'

const read = (text: string) => readAnyDocument(new TextEncoder().encode(text), { keepGoing: false })
const json = (value: unknown) => JSON.stringify(value, null, 1)

describe('a document that is nothing that is read', () => {
  it.each([
    ['json', '{"foo":1}'],
    ['json', '[1]'],
    ['json', '{}\n{}\n{}\n'.repeat(1000)],
    ['openvex', json({ '@context': 'https://openvex.dev/ns/v0.2.0', '@id': 'https://a.example/vex', statements: [] })],
    ['cyclonedx', json({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [] })],
    ['spdx', json({ spdxVersion: 'SPDX-2.3', name: 'a' })],
    ['osv', json({ id: 'EX-2031-1', modified: '2031-01-01T00:00:00Z', affected: [] })],
    ['sarif', json({ version: '2.1.0', runs: [] })],
    ['csaf-aggregator', json({ aggregator_version: '2.0', csaf_providers: [] })],
    ['kev-csv', 'cveID,vendorProject,product\nCVE-2031-1,Example,Pump\n'],
    ['csv', 'host;product;version\na;b;c\n'],
    ['html', '<!DOCTYPE html>\n<html lang="en"><body></body></html>'],
    ['xml', '<?xml version="1.0"?>\n<!-- <cvrfdoc> --><rss version="2.0"></rss>'],
    ['pdf', '%PDF-1.7\n%\n1 0 obj\n'],
    ['archive', 'PK\u0003\u0004\u0014\0[Content_Types].xml'],
    ['empty', ''],
    ['unreadable', 'Dear all,\nthis is no document.\n'],
  ])('is told in one sentence to be %s', async (seems, text) => {
    const { kind, problems } = await read(text)
    expect(kind).toBe('unknown')
    expect(problems).toMatchObject([{ place: 'document', rule: null, reason: 'not-a-known-document', seems }])
    expect(problems[0]?.message).toMatch(/: Microsoft's monthly updates .* are read$/)
  })

  it('is told apart from a bulletin that is badly written, of which every fault is told', async () => {
    const { kind, problems } = await read('{"id":"EX-1","publishedOn":"yesterday"}')
    expect(kind).toBe('bulletins')
    expect(problems.map(({ place }) => place)).toContain('document: publishedOn')
  })

  it('is told where it stops making sense, where it is cut off', async () => {
    expect((await read('{"foo":')).problems).toMatchObject([
      { place: 'document', message: expect.stringMatching(/not JSON/) as unknown },
    ])
  })
})

it('a text that would turn what comes after it around is taken without the marks that do so', async () => {
  const [bulletin] = (await readContent()).bulletins
  if (bulletin === undefined) throw new Error('no bulletin ships')
  const turned = { ...bulletin, title: { en: 'Safe \u202Eexe.txt\u2066 file' } }
  const { bulletins } = await read(JSON.stringify(turned))
  expect(bulletins[0]?.title).toEqual({ en: 'Safe exe.txt file' })
})
