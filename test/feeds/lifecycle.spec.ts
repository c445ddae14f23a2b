import { describe, expect, it } from 'vitest'
import { importLifecycle } from '../../src/feeds/lifecycle/import.ts'
import { readAnyDocument } from '../../src/server/imports/read-document.ts'

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

const cycles = {
  product: 'windows-server',
  title: 'Windows Server',
  releasePolicyLink: 'https://example.com/policy',
  asOf: '2031-08-22',
  cycles: [
    { cycle: '2031', releaseDate: '2031-01-10', support: '2036-01-08', eol: '2041-01-08', extendedSupport: false },
    { cycle: '2016', releaseLabel: 'Server 2016', eol: '2027-01-12', extendedSupport: '2030-01-12' },
    { cycle: 'next', support: true, eol: false },
    { cycle: 'old', eol: true },
  ],
}

const api = {
  schema_version: '1.2.0',
  last_modified: '2031-08-22T10:00:00+00:00',
  result: {
    name: 'windows-server',
    label: 'Windows Server',
    links: { releasePolicy: 'https://example.com/policy' },
    releases: [
      {
        name: '2031',
        label: '2031',
        releaseDate: '2031-01-10',
        eoasFrom: '2036-01-08',
        isEol: false,
        eolFrom: '2041-01-08',
      },
      { name: '2016', label: 'Server 2016', isEol: true, eolFrom: '2027-01-12', eoesFrom: '2030-01-12' },
      { name: 'next', label: 'next', isEol: false, eolFrom: null },
      { name: 'old', label: 'old', isEol: true, eolFrom: null },
    ],
  },
}

describe.each([
  { shape: 'cycles', document: cycles },
  { shape: 'the API', document: api },
])('ends of support in the shape of $shape', ({ document }) => {
  it('are told apart: of all, paid for, open, and of an unknown day', async () => {
    const { product } = importLifecycle(bytes(document))
    expect(product).toEqual({
      product: 'windows-server',
      title: 'Windows Server',
      url: 'https://example.com/policy',
      asOf: '2031-08-22',
      cycles: [
        { cycle: '2031', name: '2031', releasedOn: '2031-01-10', mainstreamUntil: '2036-01-08', until: '2041-01-08' },
        { cycle: '2016', name: 'Server 2016', until: '2027-01-12', paidUntil: '2030-01-12' },
        { cycle: 'next', name: 'next', until: 'open' },
        { cycle: 'old', name: 'old', until: 'ended' },
      ],
    })
    expect(await readAnyDocument(bytes(document), { keepGoing: false })).toMatchObject({
      kind: 'lifecycle',
      lifecycle: product,
      problems: [],
    })
  })
})

it('ends of support with a fault are refused whole, with its place', () => {
  const bad = { ...cycles, cycles: [...cycles.cycles, { cycle: 'x', eol: '2031-13-01' }] }
  expect(importLifecycle(bytes(bad))).toMatchObject({ product: null, problems: [{ place: 'cycles.4.eol' }] })
  const worse = { ...api, result: { ...api.result, releases: [{ name: 'x', eolFrom: '2031-01-01' }] } }
  expect(importLifecycle(bytes(worse))).toMatchObject({
    product: null,
    problems: [{ place: 'result.releases.0.isEol' }],
  })
})
