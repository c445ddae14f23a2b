import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listingOf } from '../../src/feeds/listing.ts'
import { asDirectory, indexBeside } from '../../src/feeds/lists/provider.ts'

const base = 'https://publisher.example/csaf/list.json'
const directory = 'https://publisher.example/csaf/'
const read = (value: unknown) =>
  listingOf(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), base)

type List = ReturnType<typeof listingOf>
/** The documents of a list, by their paths in the directory of the list. */
const pathsIn = (list: List) => list?.documents.map(({ url }) => url.slice(directory.length)) ?? []
const placesIn = (list: List) => list?.problems.map(({ place }) => place)
const containing = (text: string): unknown => expect.stringContaining(text)

describe('a list of documents', () => {
  it('is that of the months of Microsoft, each to be had as XML', () => {
    const list = read({
      '@odata.context': 'x',
      value: [
        { ID: '2026-Nov', CvrfUrl: 'https://api.example/cvrf/2026-Nov', CurrentReleaseDate: '2026-11-12T08:00:00Z' },
      ],
    })
    expect(list).toMatchObject({
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

  it('leaves out what cannot be fetched, by its place', () => {
    const months = read({ value: [{ CvrfUrl: 'file:///etc/passwd' }, { CvrfUrl: 'ftp://a.example/x' }] })
    expect([months?.documents, placesIn(months)]).toEqual([[], ['value 1', 'value 2']])
    const changes = read('"javascript:x.json","2026-01-01T00:00:00Z"\n"a.json","2026-01-01T00:00:00Z"\n')
    expect([pathsIn(changes), placesIn(changes)]).toEqual([['a.json'], ['line 1']])
  })

  it('names a document once, however often it is listed', () => {
    expect(pathsIn(read('a.json,2026-01-02T00:00:00Z\n./a.json,2026-01-02T00:00:00Z\n'))).toEqual(['a.json'])
  })
})

describe('the list of a directory', () => {
  const [first, second] = ['2031-03-24T06:00:00Z', '2031-03-23T06:00:00Z']

  it.each([
    ['quoted', `"a.json","${first}"\n"b.json","${second}"\n`],
    ['without quotes', `a.json,${first}\nb.json,${second}\n`],
    ['half quoted', `a.json,"${first}"\nb.json,"${second}"`],
    ['with a byte order mark and CRLF', `\uFEFFa.json,${first}\r\nb.json,${second}\r\n`],
    ['with blank lines and white space', `\n  a.json , ${first} \n\n"b.json", ${second}\n\n`],
    ['with more columns', `a.json,${first},"x, y"\nb.json,${second},\n`],
  ])('is read %s', (_, text) => {
    const list = read(text)
    expect(list?.documents.map(({ url, updated }) => [url.slice(directory.length), updated])).toEqual([
      ['a.json', first],
      ['b.json', second],
    ])
    expect(list?.problemCount).toBe(0)
  })

  it.each([
    ['another kind of file', `"readme.txt","${first}"`],
    ['no moment', '"c.json","yesterday"'],
    ['a quote that is never closed', `"c.json,${first}`],
    ['bytes that are no UTF-8', new Uint8Array([0x63, 0xff, ...new TextEncoder().encode(`.json,${first}`)])],
    ['a control character', `c\u0001.json,${first}`],
    ['an address of no web', `file:///c.json,${first}`],
  ])('has a line with %s, which is named, and the others count', (_, line) => {
    const odd = typeof line === 'string' ? new TextEncoder().encode(line) : line
    const [before, after] = [`a.json,${first}\n`, `\nb.json,${second}\n`].map((text) => new TextEncoder().encode(text))
    const list = listingOf(new Uint8Array([...(before ?? []), ...odd, ...(after ?? [])]), base)
    expect([pathsIn(list), placesIn(list)]).toEqual([['a.json', 'b.json'], ['line 2']])
  })

  it('may be of paths alone, as index.txt is', () => {
    expect(
      read('a.json\n2031/b.json\n')?.documents.map(({ url, updated }) => [url.slice(directory.length), updated]),
    ).toEqual([
      ['a.json', null],
      ['2031/b.json', null],
    ])
  })

  it('names every document that it lists, whatever lines stand between them', () => {
    const name = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/)
    const written = (text: string) => fc.constantFrom(text, `"${text}"`)
    const line = fc.oneof(
      name.chain((base) =>
        fc
          .tuple(written(`${base}.json`), written(first))
          .map((fields) => ({ path: `${base}.json`, text: fields.join(',') })),
      ),
      fc.string({ maxLength: 12 }).map((text) => ({ path: null, text: `?${text.replaceAll(/[\r\n]|\.json/g, '')}` })),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const listed = [...new Set(lines.flatMap(({ path }) => path ?? []))]
        const list = read(lines.map(({ text }) => text).join(end))
        expect(pathsIn(list).toSorted()).toEqual(listed.toSorted())
        if (listed.length > 0) expect(list?.problemCount).toBe(lines.filter(({ path }) => path === null).length)
      }),
    )
  })
})

describe('a ROLIE feed', () => {
  const entry = (id: string, more: object) => ({ id, updated: '2031-03-10T09:00:00Z', ...more })
  const self = (href: string) => ({ link: [{ rel: 'self', href }] })

  it('is one by its feed, and a bad entry costs only itself', () => {
    const list = read({
      feed: {
        entry: [entry('a', self('a.json')), 'nothing', entry('b', { link: 'b.json' }), entry('c', self('c.json'))],
      },
    })
    expect([pathsIn(list), placesIn(list)]).toEqual([
      ['a.json', 'c.json'],
      ['entry 2', 'entry 3 (b)'],
    ])
  })

  it('gives an entry by its content where its link is misspelt, and says so', () => {
    const misspelt = { link: [{ ref: 'self', href: 'b.json' }], content: { src: 'b.json' } }
    const list = read({ feed: { entry: [entry('a', self('a.json')), entry('b', misspelt)] } })
    expect([pathsIn(list), placesIn(list), list?.warnings]).toEqual([
      ['a.json', 'b.json'],
      [],
      [{ place: 'entry 2 (b)', rule: null, message: containing('link 1 has no rel') }],
    ])
    const lost = read({ feed: { entry: [entry('b', { link: [{ ref: 'self', href: 'b.json' }] })] } })
    expect([lost?.documents, placesIn(lost)]).toEqual([[], ['entry 1 (b)']])
  })

  it.each([
    ['no entry', { feed: {} }],
    ['entries of another shape', { feed: { entry: 'none' } }],
    ['an empty list of entries', { feed: { entry: [] } }],
  ])('with %s is a feed of no document', (_, value) => {
    expect(read(value)).toMatchObject({ documents: [], listings: [] })
  })
})

describe('the list of changed CVE records', () => {
  const entry = (cve: string, dateUpdated: string) => ({
    cveId: cve,
    cveOrgLink: `https://cve.example/${cve}`,
    githubLink: `https://records.example/${cve}.json`,
    dateUpdated,
  })
  const delta = (fresh: unknown[], updated: unknown[]) => ({
    fetchTime: '2031-03-01T00:00:00Z',
    numberOfChanges: 1,
    new: fresh,
    updated,
    error: [],
  })
  const one = delta([entry('CVE-2031-1000', '2031-03-01T01:00:00Z')], [entry('CVE-2031-2000', '2031-03-01T02:00:00Z')])

  it.each([
    ['one list', one],
    ['a log of lists, each record once', [one, delta([], [entry('CVE-2031-2000', '2031-02-01T02:00:00Z')])]],
  ])('names records with the moment of their last change: %s', (_, value) => {
    const listing = listingOf(new TextEncoder().encode(JSON.stringify(value)), 'https://records.example/deltaLog.json')
    expect(listing?.documents.map(({ url, updated }) => [url, updated])).toEqual([
      ['https://records.example/CVE-2031-1000.json', '2031-03-01T01:00:00Z'],
      ['https://records.example/CVE-2031-2000.json', '2031-03-01T02:00:00Z'],
    ])
  })
})

describe('a list that is too long', () => {
  const limits = { documents: 3, lists: 2 }
  const limited = (value: unknown) =>
    listingOf(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), base, limits)

  it('of a directory counts in its first lines, and says how many are left out', () => {
    const list = limited(Array.from({ length: 10 }, (_, at) => `${at}.json,2031-03-10T09:00:00Z\n`).join(''))
    expect([pathsIn(list), list?.leftOut]).toEqual([['0.json', '1.json', '2.json'], 7])
  })

  it('of a feed counts in what was revised last', () => {
    const entries = Array.from({ length: 5 }, (_, at) => ({
      updated: `2031-03-1${at}T00:00:00Z`,
      link: [{ rel: 'self', href: `${at}.json` }],
    }))
    const list = limited({ feed: { entry: entries } })
    expect([pathsIn(list), list?.leftOut]).toEqual([['4.json', '3.json', '2.json'], 2])
  })

  it('of months or feeds ends at the limit', () => {
    const months = limited({ value: Array.from({ length: 5 }, (_, at) => ({ CvrfUrl: `${at}` })) })
    expect([pathsIn(months), months?.leftOut]).toEqual([['0', '1', '2'], 2])
    const feeds = Array.from({ length: 5 }, (_, at) => ({ url: `${at}.json` }))
    const provider = limited({ metadata_version: '2.0', distributions: [{ rolie: { feeds } }] })
    expect([provider?.listings.length, provider?.leftOut]).toEqual([2, 3])
  })

  it('lists a hundred problems, and counts the others', () => {
    const list = read({ feed: { entry: Array.from({ length: 1000 }, () => ({})) } })
    expect([list?.problems.length, list?.problemCount]).toEqual([100, 1000])
  })
})

describe("a provider's metadata", () => {
  it('names its feeds', () => {
    const feeds = [{ url: 'https://publisher.example/white.json', tlp_label: 'WHITE', summary: 's' }]
    expect(read({ metadata_version: '2.0', distributions: [{ rolie: { feeds } }] })).toMatchObject({
      documents: [],
      listings: ['https://publisher.example/white.json'],
      otherwise: [],
    })
  })

  it('names directories, which are looked at where there is no feed', () => {
    const feed = { rolie: { feeds: [{ url: 'https://publisher.example/feed.json' }] } }
    for (const directory of [
      { directory_url: 'https://publisher.example/advisories' },
      { directory: { tlp_label: 'CLEAR', url: 'https://publisher.example/advisories/' } },
    ]) {
      const address = 'https://publisher.example/advisories/changes.csv'
      expect(read({ metadata_version: '2.0', distributions: [directory] })).toMatchObject({
        listings: [address],
        otherwise: [],
      })
      expect(read({ metadata_version: '2.1', distributions: [directory, feed] })).toMatchObject({
        listings: ['https://publisher.example/feed.json'],
        otherwise: [address],
      })
    }
  })

  it('counts in what of it can be read, and names the rest', () => {
    const feeds = [{ url: 'https://publisher.example/white.json' }, { uri: 'x' }, { url: 'ftp://publisher.example/f' }]
    const list = read({ metadata_version: '2.0', distributions: ['x', { rolie: { feeds } }] })
    expect(list?.listings).toEqual(['https://publisher.example/white.json'])
    expect(placesIn(list)).toEqual(['distribution 1', 'distribution 2, feed 2', 'distribution 2, feed 3'])
  })

  it('may say nothing of how its documents are distributed', () => {
    expect(read({ metadata_version: '2.0', role: 'csaf_publisher' })).toMatchObject({ documents: [], listings: [] })
  })
})

it.each([
  ['an advisory', { document: { csaf_version: '2.0' } }],
  ['the catalogue of exploited vulnerabilities', { catalogVersion: '1', vulnerabilities: [] }],
  ['XML', '<cvrfdoc/>'],
  ['half a list', '{"value": ['],
  ['lines of something else', '"a.txt"\n"b.txt"'],
  ['JSON Lines', '{"id":"a.json"}\n{"id":"b.json"}'],
  ['nothing', ''],
])('%s is no list', (_, value) => {
  expect(read(value)).toBeNull()
})

it('finds the list of a directory with or without a slash', () => {
  expect(asDirectory('https://a.example/csaf')).toBe('https://a.example/csaf/changes.csv')
  expect(asDirectory('https://a.example/csaf/')).toBe('https://a.example/csaf/changes.csv')
  expect(indexBeside('https://a.example/csaf/changes.csv?x')).toBe('https://a.example/csaf/index.txt')
  expect(indexBeside('https://a.example/csaf/feed.json')).toBeNull()
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
      for (const url of [
        ...(list?.documents ?? []).map((document) => document.url),
        ...(list?.listings ?? []),
        ...(list?.otherwise ?? []),
      ])
        expect(url).toMatch(/^https?:/)
    }),
    { numRuns: 500 },
  )
})
