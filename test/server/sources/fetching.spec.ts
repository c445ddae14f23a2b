import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isPublicAddress, lookupPublic } from '../../../src/server/fetching/addresses.ts'
import {
  makeFetcher,
  NotFetched,
  defaultFetchLimits,
  type Fetcher,
} from '../../../src/server/fetching/fetch-document.ts'
import { pacer } from '../../../src/server/fetching/pace.ts'
import { originsOf } from '../../../src/server/fetching/private-origins.ts'
import { loopback, type Loopback } from '../../support/loopback.ts'

let server: Loopback
let fetchHere: Fetcher
/** A fetcher that may ask this machine. */
const fetcher = (more: Parameters<typeof makeFetcher>[0] = {}) =>
  makeFetcher({ privateHosts: [server.origin], ...more })

beforeEach(async () => {
  server = await loopback()
  fetchHere = fetcher({ limits: { ...defaultFetchLimits, bytes: 1000, silence: 300 } })
})
afterEach(() => server.close())

const url = (path: string) => new URL(path, server.origin)
const failureOf = async (promise: Promise<unknown>): Promise<NotFetched> => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(NotFetched)
  return error as NotFetched
}

describe('a document', () => {
  it('comes with what its server will know it by', async () => {
    server.serve('/a.json', '{}', { etag: '"1"', 'last-modified': 'Wed, 11 Nov 2026 08:00:00 GMT' })
    const answer = await fetchHere(url('/a.json'))
    expect(answer).toMatchObject({
      isUnchanged: false,
      bytes: new TextEncoder().encode('{}'),
      validators: { etag: '"1"', lastModified: 'Wed, 11 Nov 2026 08:00:00 GMT' },
    })
  })

  it('is not sent again where it is as it was', async () => {
    server.serve('/a.json', '{}', { etag: '"1"' })
    const known = { etag: '"1"', lastModified: 'Wed, 11 Nov 2026 08:00:00 GMT' }
    expect(await fetchHere(url('/a.json'), { known })).toEqual({ isUnchanged: true })
    expect(server.asked[0]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Wed, 11 Nov 2026 08:00:00 GMT',
    })
  })

  it('is followed over five redirects, and not over six', async () => {
    const redirect = (from: string, to: string) =>
      server.on(from, (_, response) => response.writeHead(302, { location: to }).end())
    for (let step = 1; step <= 6; step++) redirect(`/${step}`, `/${step + 1}`)
    server.serve('/7', 'here')
    expect(await fetchHere(url('/2'))).toMatchObject({ isUnchanged: false, url: url('/7') })
    expect((await failureOf(fetchHere(url('/1')))).message).toContain('redirects more than 5 times')
  })

  it('is refused as soon as it is too large, however its length is given', async () => {
    server.serve('/told', 'x'.repeat(1001))
    server.on('/untold', (_, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(500)));
        response.once('drain', more)
      }
      more()
    })
    for (const path of ['/told', '/untold'])
      expect((await failureOf(fetchHere(url(path)))).message).toContain('is larger than 1 KiB')
  })

  it('that a server never finishes is given up', async () => {
    server.on('/silent', () => {})
    const failure = await failureOf(fetchHere(url('/silent')))
    expect([failure.isServer, failure.message]).toEqual([true, `${url('/').host} did not answer in 0.3 s`])
    expect(failure.told).toEqual({ reason: 'no-answer', seems: url('/').host })
  })

  it('that takes too long as a whole is given up, though it keeps coming', async () => {
    const hasty = fetcher({ limits: { ...defaultFetchLimits, silence: 2000, total: 250 } })
    server.on('/slow', (_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(timer))
    })
    expect((await failureOf(hasty(url('/slow')))).message).toContain('took more than 0.25 s')
  })

  it.each([
    { status: 404, isServer: false, retryAfter: null },
    { status: 403, isServer: false, retryAfter: null },
    { status: 500, isServer: true, retryAfter: null },
    { status: 503, isServer: true, header: '120', retryAfter: 120 },
    { status: 429, isServer: true, header: 'Wed, 11 Nov 2026 08:01:00 GMT', retryAfter: 60 },
    { status: 429, isServer: true, header: 'soon', retryAfter: null },
  ])('is not there for $status ($header)', async ({ status, isServer, header, retryAfter }) => {
    const dated = fetcher({ now: () => new Date('2026-11-11T08:00:00Z') })
    server.on('/', (_, response) => response.writeHead(status, header ? { 'retry-after': header } : {}).end('no'))
    expect(await failureOf(dated(url('/')))).toMatchObject({ status, isServer, retryAfter })
  })

  it('is not there where nobody listens', async () => {
    await server.close()
    expect(await failureOf(fetchHere(url('/')))).toMatchObject({ status: null, isServer: true })
  })
})

describe('a machine that is not meant to be asked', () => {
  const careful = makeFetcher()

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
  ])('is not asked by %s', async (address) => {
    const failure = await failureOf(careful(new URL(address)))
    expect(failure.message).toContain('is an address of this machine or its network')
  })

  it('is not asked by a redirect either', async () => {
    server.on('/', (_, response) => response.writeHead(302, { location: 'https://127.0.0.1:1/' }).end())
    const failure = await failureOf(fetchHere(url('/')))
    expect(failure.message).toContain('127.0.0.1:1 is an address of this machine')
    expect(failure.message).toContain('ALLOW_PRIVATE_HOSTS=127.0.0.1:1 ')
  })

  it('is not asked by http, which anybody on the way could answer', async () => {
    const failure = await failureOf(careful(new URL('http://publisher.example/')))
    expect(failure.message).toContain('only https')
  })

  it('is none whose name resolves to a public address', async () => {
    const address = await new Promise((resolve) => {
      lookupPublic('8.8.8.8', {}, (error, found) => resolve(error ?? found))
    })
    expect(address).toBe('8.8.8.8')
  })
})

describe('a machine of the own network that is allowed by name', () => {
  it.each([
    ['mirror.corp', ['http://mirror.corp', 'https://mirror.corp']],
    ['Mirror.corp:8080', ['http://mirror.corp:8080', 'https://mirror.corp:8080']],
    ['http://mirror.corp', ['http://mirror.corp']],
    ['https://mirror.corp:8443/', ['https://mirror.corp:8443']],
    ['10.1.2.3', ['http://10.1.2.3', 'https://10.1.2.3']],
    ['::1', ['http://[::1]', 'https://[::1]']],
    ['[::1]:8080', ['http://[::1]:8080', 'https://[::1]:8080']],
    ['ftp://mirror.corp', null],
    ['https://mirror.corp/path', null],
    ['https://user@mirror.corp', null],
    ['user@mirror.corp', null],
    ['mirror corp', null],
    ['mirror.corp:99999', null],
  ])('is that which %s means', (entry, origins) => expect(originsOf(entry)).toEqual(origins))

  it('is asked at that port and by that scheme alone', async () => {
    server.serve('/', 'here')
    const { host, port } = url('/')
    for (const allowed of [server.origin, host])
      expect(await makeFetcher({ privateHosts: [allowed] })(url('/'))).toMatchObject({ isUnchanged: false })
    for (const other of ['127.0.0.1', `https://${host}`, `localhost:${port}`])
      expect((await failureOf(makeFetcher({ privateHosts: [other] })(url('/')))).message).toContain('only https')
  })

  it('is reached by no redirect of another machine, allowed or not', async () => {
    const other = await loopback()
    other.serve('/', 'inside')
    server.on('/', (_, response) => response.writeHead(302, { location: other.origin }).end())
    const fetch = makeFetcher({ privateHosts: [server.origin, other.origin] })
    expect((await failureOf(fetch(url('/')))).message).toContain('which is reached by no redirect from elsewhere')
    expect(other.asked).toEqual([])
    await other.close()
  })

  it('is asked for what a list names only where the list stands on such a machine, too', async () => {
    server.serve('/a.json', '{}')
    const failure = await failureOf(fetchHere(url('/a.json'), { from: new URL('https://publisher.example/feed.json') }))
    expect(failure.message).toContain('publisher.example may not have it asked')
    expect(server.asked).toEqual([])
    const fetch = makeFetcher({ privateHosts: [server.origin, 'mirror.corp'] })
    for (const from of [url('/feed.json'), new URL('http://mirror.corp/feed.json')])
      expect(await fetch(url('/a.json'), { from })).toMatchObject({ isUnchanged: false })
  })
})

describe('requests', () => {
  /** A clock that stands still while nobody waits, and the moments at which requests may go. */
  const paced = () => {
    const clock = { now: 0 }
    const pace = pacer({
      now: () => clock.now,
      wait: async (milliseconds) => {
        clock.now += milliseconds
      },
    })
    const ask = async (host: string, count: number, perSecond = 5) => {
      const moments: number[] = []
      for (let request = 0; request < count; request++) {
        await pace(host, perSecond, new AbortController().signal)
        moments.push(Math.round(clock.now))
      }
      return moments
    }
    return { ask, clock }
  }

  it('to a host are as many at once as may be in a second, and then spread over the seconds', async () => {
    expect(await paced().ask('a.example', 9)).toEqual([0, 0, 0, 0, 0, 200, 400, 600, 800])
  })

  it('to one host hold up none to another', async () => {
    const { ask } = paced()
    await ask('a.example', 5)
    expect(await ask('b.example', 5)).toEqual([0, 0, 0, 0, 0])
  })

  it('are never more in a second than may be, whatever pauses there are between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2000), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (pauses, perSecond) => {
          const { ask, clock } = paced()
          const moments: number[] = []
          for (const pause of pauses) {
            clock.now += pause
            moments.push(...(await ask('a.example', 1, perSecond)))
          }
          const inSecondAfter = (start: number) => moments.filter((at) => at >= start && at < start + 999).length
          // A second's worth at once, and those of the second itself.
          expect(Math.max(...moments.map(inSecondAfter))).toBeLessThanOrEqual(2 * perSecond)
        },
      ),
    )
  })

  it('end as soon as they are not wanted any more, with the reason', async () => {
    server.on('/silent', () => {})
    const ending = new AbortController()
    const asked = fetchHere(url('/silent'), { signal: ending.signal })
    ending.abort(new Error('the source was removed'))
    await expect(asked).rejects.toThrow('the source was removed')
  })
})

describe('a public address', () => {
  it.each(['8.8.8.8', '192.88.98.1', '2606:4700::1111', '::ffff:8.8.8.8'])('is %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.1.1',
    '172.16.0.1',
    '192.168.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '::ffff:192.168.0.1',
    'not an address',
    '',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false))

  it('is none of the private networks, in whatever clothes', () => {
    const part = fc.integer({ min: 0, max: 255 })
    const network = fc.oneof(
      fc.tuple(fc.constant(10), part, part, part),
      fc.tuple(fc.constant(127), part, part, part),
      fc.tuple(fc.constant(192), fc.constant(168), part, part),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), part, part),
    )
    fc.assert(
      fc.property(network, (parts) => {
        expect(isPublicAddress(parts.join('.'))).toBe(false)
        expect(isPublicAddress(`::ffff:${parts.join('.')}`)).toBe(false)
      }),
    )
  })
})

describe('by a proxy', () => {
  /** A proxy on this machine that remembers what it was asked to connect to, and how the talk through it begins; then it hangs up. */
  async function smallProxy() {
    const asked: string[] = []
    const begun: string[] = []
    const proxy = createServer()
    proxy.on('connect', ({ url: target = '' }, socket) => {
      asked.push(target)
      socket
        .on('error', () => {})
        .once('data', (bytes: Uint8Array) => {
          begun.push(new TextDecoder('latin1').decode(bytes))
          socket.destroy()
        })
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    })
    await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve))
    const { port } = proxy.address() as AddressInfo
    return { asked, begun, https: `http://127.0.0.1:${port}`, close: () => proxy.close() }
  }

  it('only the internet is asked: no host of this network, and none that needs none', async () => {
    const proxy = await smallProxy()
    const fetchBy = fetcher({ proxy: { https: proxy.https, except: 'direct.invalid' } })
    server.serve('/a.json', '{}')
    expect(await fetchBy(url('/a.json'))).toMatchObject({ isUnchanged: false })
    expect((await failureOf(fetchBy(new URL('https://127.0.0.2/a.json')))).message).toContain(
      'is an address of this machine',
    )
    expect((await failureOf(fetchBy(new URL('https://localhost/a.json')))).message).toContain(
      'is an address of this machine',
    )
    await failureOf(fetchBy(new URL('https://direct.invalid/a.json')))
    expect(proxy.asked).toEqual([])
    expect((await failureOf(fetchBy(new URL('https://feeds.invalid/a.json')))).isServer).toBe(true)
    expect(proxy.asked).toEqual(['feeds.invalid:443'])
    // The first record of TLS, with the name of the host that is meant.
    expect(proxy.begun[0]?.charCodeAt(0)).toBe(0x16)
    expect(proxy.begun[0]).toContain('feeds.invalid')
    proxy.close()
  })
})
