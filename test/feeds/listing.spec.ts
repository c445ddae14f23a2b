import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDirectory, listingOf } from '../../src/feeds/listing.ts'

const base = 'https://publisher.example/csaf/list.json'
const read = (value: unknown) =>
  listingOf(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), base)

describe('a list of documents', () => {
  it('is that of the months of Microsoft, each to be had as XML', () => {
    const list = read({
      '@odata.context': 'x',
      value: [
        { ID: '2026-Nov', CvrfUrl: 'https://api.example/cvrf/2026-Nov', CurrentReleaseDate: '2026-11-12T08:00:00Z' },
      ],
    })
    expect(list).toEqual({
      documents: [
        {
          url: 'https://api.example/cvrf/2026-Nov',
          updated: '2026-11-12T08:00:00Z',
          hashes: { urls: [], isGuess: false },
          accept: 'application/xml',
        },
      ],
      listings: [],
    })
  })

  it('is a ROLIE feed, with the stronger hash first', () => {
    const list = read({
      feed: {
        id: 'f',
        entry: [
          {
            id: 'a',
            updated: '2026-01-02T00:00:00Z',
            link: [
              { rel: 'self', href: '2026/a.json' },
              { rel: 'hash', href: '2026/a.json.sha256' },
              { rel: 'hash', href: '2026/a.json.sha512' },
              { rel: 'signature', href: '2026/a.json.asc' },
            ],
          },
        ],
      },
    })
    expect(list?.documents).toEqual([
      {
        url: 'https://publisher.example/csaf/2026/a.json',
        updated: '2026-01-02T00:00:00Z',
        hashes: {
          urls: [
            'https://publisher.example/csaf/2026/a.json.sha512',
            'https://publisher.example/csaf/2026/a.json.sha256',
          ],
          isGuess: false,
        },
      },
    ])
  })

  it('is the list of changes of a directory, where a hash may stand beside each', () => {
    const list = read('"2026/a.json","2026-01-02T00:00:00Z"\r\n"2025/b.json","2025-03-01T00:00:00Z"\n')
    expect(list?.documents.map(({ url, updated }) => [url, updated])).toEqual([
      ['https://publisher.example/csaf/2026/a.json', '2026-01-02T00:00:00Z'],
      ['https://publisher.example/csaf/2025/b.json', '2025-03-01T00:00:00Z'],
    ])
    expect(list?.documents[0]?.hashes).toEqual({
      urls: ['https://publisher.example/csaf/2026/a.json.sha512', 'https://publisher.example/csaf/2026/a.json.sha256'],
      isGuess: true,
    })
  })

  it('leaves out what cannot be fetched', () => {
    expect(read({ value: [{ CvrfUrl: 'file:///etc/passwd' }, { CvrfUrl: 'ftp://a.example/x' }] })?.documents).toEqual(
      [],
    )
    expect(read('"javascript:x.json","2026"')?.documents).toEqual([])
  })
})

describe("a provider's metadata", () => {
  it('names its feeds', () => {
    const feeds = [{ url: 'https://publisher.example/white.json', tlp_label: 'WHITE', summary: 's' }]
    expect(read({ metadata_version: '2.0', distributions: [{ rolie: { feeds } }] })).toEqual({
      documents: [],
      listings: ['https://publisher.example/white.json'],
    })
  })

  it('names directories, which are looked at where there is no feed', () => {
    const directory = { directory_url: 'https://publisher.example/advisories' }
    expect(read({ metadata_version: '2.0', distributions: [directory] })?.listings).toEqual([
      'https://publisher.example/advisories/changes.csv',
    ])
    const feed = { rolie: { feeds: [{ url: 'https://publisher.example/feed.json' }] } }
    expect(read({ metadata_version: '2.0', distributions: [directory, feed] })?.listings).toEqual([
      'https://publisher.example/feed.json',
    ])
  })
})

it.each([
  ['an advisory', { document: { csaf_version: '2.0' } }],
  ['the catalogue of exploited vulnerabilities', { catalogVersion: '1', vulnerabilities: [] }],
  ['XML', '<cvrfdoc/>'],
  ['half a list', '{"value": ['],
  ['lines of something else', '"a.json"\n"b.json"'],
  ['nothing', ''],
])('%s is no list', (_, value) => {
  expect(read(value)).toBeNull()
})

it('finds the list of a directory with or without a slash', () => {
  expect(asDirectory('https://a.example/csaf')).toBe('https://a.example/csaf/changes.csv')
  expect(asDirectory('https://a.example/csaf/')).toBe('https://a.example/csaf/changes.csv')
})

it('of any kind, cut and patched anywhere, names nothing but addresses of the web', () => {
  const good = JSON.stringify({
    value: [{ CvrfUrl: 'https://a.example/1', CurrentReleaseDate: '2026-11-12' }],
    feed: { entry: [{ link: [{ rel: 'self', href: '2.json' }] }] },
    metadata_version: '2.0',
    distributions: [{ directory_url: 'https://a.example/' }],
  })
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(60), fc.string({ maxLength: 12 }), (at, length, put) => {
      const list = read(good.slice(0, at) + put + good.slice(at + length))
      for (const url of [...(list?.documents ?? []).map((document) => document.url), ...(list?.listings ?? [])])
        expect(url).toMatch(/^https?:/)
    }),
    { numRuns: 500 },
  )
})
