import { describe, expect, it } from 'vitest'
import { MadePrivateFeed, PersonFeed, PrivateFeed, type NewPrivateFeed } from '../../src/contract/private-feeds.ts'
import { hashOf } from '../../src/server/access/secrets.ts'
import { buildApp } from '../../src/server/app.ts'
import { openIdOf } from '../../src/server/access/openid.ts'
import { ownRoles } from '../../src/server/access/openid-roles.ts'
import type { Store } from '../../src/server/store/store.ts'
import { childrenOf, faultsOf, linkOf, parseFeed, textOf } from '../support/atom.ts'
import { addAccounts, behindDoor, passwords, sessionOf, tokenOf } from '../support/authorized.ts'
import { eventsIn, propertyIn } from '../support/calendar.ts'
import { contentStore } from '../support/content-store.ts'
import { problemOf } from '../support/problem.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

type App = ReturnType<typeof buildApp>
type Headers = Record<string, string>

const atom: NewPrivateFeed = { name: 'Reader', kind: 'atom', search: '', parts: [], language: 'en' }
const calendar: NewPrivateFeed = { ...atom, name: 'Outlook', kind: 'calendar', parts: ['due', 'windows', 'sessions'] }

const send = (app: App, body: unknown, headers: Headers = {}) =>
  app.request('/api/private-feeds', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

async function make(app: App, feed: NewPrivateFeed, headers: Headers = {}) {
  const response = await send(app, feed, headers)
  expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'private, no-store'])
  const made = MadePrivateFeed.parse(await response.json())
  const { pathname } = new URL(made.address)
  return { ...made, pathname, secret: pathname.split('/')[3] ?? '' }
}

/** Who is asking is nobody: readers send neither a cookie nor a header of ours. */
const read = (app: App, pathname: string, headers: Headers = {}) => app.request(pathname, { headers })

async function list(app: App, headers: Headers = {}) {
  const response = await app.request('/api/private-feeds', { headers })
  return PrivateFeed.array().parse(await response.json())
}

/** People who sign in, and the session of one of them. */
async function team() {
  const { app, store } = await behindDoor()
  await addAccounts(store, ['admin', 'viewer'])
  return { app, store, viewer: await sessionOf(store, 'viewer') }
}

/** Gives a bulletin of those that ship another marking. */
async function mark(store: Store, id: string, tlp: 'RED' | 'AMBER+STRICT' | 'AMBER') {
  const bulletin = await store.find(id)
  if (bulletin === null) throw new Error('it ships with the product')
  const { source } = bulletin
  await store.save({ platforms: [], bulletins: [{ ...bulletin, source: { ...source, tlp } }] }, 'test')
}

describe('a private address', () => {
  it('gives a feed to who cannot sign in, without its own secret in it', async () => {
    const { app, viewer } = await team()
    const made = await make(app, { ...atom, search: '?severity=1' }, viewer)
    expect(made.secret.length).toBeGreaterThanOrEqual(43)
    const response = await read(app, made.pathname)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    const text = await response.text()
    expect(text).not.toContain(made.secret)
    const feed = parseFeed(text)
    expect(faultsOf(feed)).toEqual([])
    expect([textOf(feed, 'id'), textOf(feed, 'title')]).toEqual([
      `urn:hotfix-report:private-feed:${made.id}`,
      'HotFix Report: Reader',
    ])
    const entries = childrenOf(feed, 'entry')
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.every((entry) => textOf(entry, 'summary').includes('Severity 1 Critical'))).toBe(true)
    expect(linkOf(feed, 'self')).toBeUndefined()
  })

  it('gives a calendar, and is not sent again to who has it', async () => {
    const { app, viewer } = await team()
    const made = await make(app, calendar, viewer)
    const response = await read(app, made.pathname)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const file = await response.text()
    expect([propertyIn(file, 'x-wr-calname'), propertyIn(file, 'refresh-interval')]).toEqual(['Outlook', 'PT1H'])
    const etag = response.headers.get('etag') ?? ''
    const again = await read(app, `${made.pathname}?nocache=1`, { 'if-none-match': etag })
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-cache'])
  })

  it('is told once, kept as a hash, and shows when it was last read', async () => {
    const { app, store, viewer } = await team()
    const made = await make(app, atom, viewer)
    const { pathname: _path, secret, address: _address, ...shown } = made
    expect(await list(app, viewer)).toEqual([shown])
    expect(shown.lastUsedAt).toBeNull()
    await read(app, made.pathname)
    const [used] = await list(app, viewer)
    expect(Date.parse(used?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(made.madeAt))
    expect(await store.privateFeeds.find(secret, 'accounts')).toBeNull()
    expect(await store.privateFeeds.find(hashOf(secret), 'accounts')).not.toBeNull()
  })

  it('is its own person’s alone', async () => {
    const { app, store, viewer } = await team()
    const made = await make(app, atom, viewer)
    const admin = await sessionOf(store, 'admin')
    expect(await list(app, admin)).toEqual([])
    const revoke = (headers: Headers) => app.request(`/api/private-feeds/${made.id}`, { method: 'DELETE', headers })
    expect((await revoke(admin)).status).toBe(404)
    expect((await read(app, made.pathname)).status).toBe(200)
    expect(await (await revoke(viewer)).json()).toEqual([])
    expect((await read(app, made.pathname)).status).toBe(404)
  })

  it('is seen and revoked by an admin, who sees neither its secret nor what it gives', async () => {
    const { app, store, viewer } = await team()
    const made = await make(app, { ...atom, search: '?severity=1' }, viewer)
    const asAdmin = await sessionOf(store, 'admin')
    expect((await app.request('/api/access/private-feeds', { headers: viewer })).status).toBe(403)
    const listed = await app.request('/api/access/private-feeds', { headers: asAdmin })
    const text = await listed.text()
    expect(PersonFeed.array().parse(JSON.parse(text))).toMatchObject([
      { id: made.id, name: 'Reader', person: 'viewer' },
    ])
    expect(text).not.toMatch(new RegExp(`${made.secret}|severity`))
    const revoke = (id: number) =>
      app.request(`/api/access/private-feeds/${id}`, { method: 'DELETE', headers: asAdmin })
    expect((await revoke(made.id)).status).toBe(200)
    expect((await revoke(made.id)).status).toBe(404)
    expect((await read(app, made.pathname)).status).toBe(404)
    const [last] = await store.access.audit(null, 1)
    expect(last).toMatchObject({
      who: 'admin',
      event: { what: 'private-feed-revoked', detail: { name: 'Reader', person: 'viewer' } },
    })
  })

  it('is refused to programs and to who has not signed in', async () => {
    const open = await behindDoor({ signIn: 'accounts', anonymous: 'viewer' })
    await addAccounts(open.store, ['admin'])
    expect((await send(open.app, atom)).status).toBe(401)
    expect((await send(open.app, atom, (await tokenOf(open.store, 'admin')).headers)).status).toBe(403)
  })

  it('takes the filter of the page of alerts, and nothing else', async () => {
    const { app, viewer } = await team()
    for (const search of ['?severty=1', '?severity=9', '?severity=1&severity=2', 'severity=1', '?lang=en']) {
      const response = await send(app, { ...atom, search }, viewer)
      expect([search, response.status]).toEqual([search, 400])
    }
    expect((await send(app, { ...atom, parts: ['due'] }, viewer)).status).toBe(400)
    expect((await send(app, { ...calendar, parts: [] }, viewer)).status).toBe(400)
  })

  it('reads as its person does: what is assigned to me is theirs', async () => {
    const { app, store, viewer } = await team()
    const made = await make(app, { ...atom, search: '?assignee=me' }, viewer)
    const before = parseFeed(await (await read(app, made.pathname)).text())
    expect(childrenOf(before, 'entry')).toEqual([])
    const state = { status: 'planned' as const, assignee: 'viewer', note: '', reason: null, reviewOn: null }
    await store.triage.set([{ id: 'MS05-019', version: 0, ...state }], 'admin')
    const after = parseFeed(await (await read(app, made.pathname)).text())
    expect(childrenOf(after, 'entry').map((entry) => textOf(entry, 'id'))).toEqual(['urn:hotfix-report:MS05-019'])
  })

  it('leaves out what may not leave the organisation', async () => {
    const { app, store, viewer } = await team()
    const made = await make(app, { ...atom, search: '?q=MS05-019' }, viewer)
    const idsIn = async () =>
      childrenOf(parseFeed(await (await read(app, made.pathname)).text()), 'entry').map((entry) => textOf(entry, 'id'))
    expect(await idsIn()).toHaveLength(1)
    await mark(store, 'MS05-019', 'AMBER')
    expect(await idsIn()).toHaveLength(1)
    await mark(store, 'MS05-019', 'AMBER+STRICT')
    expect(await idsIn()).toEqual([])
    await mark(store, 'MS05-019', 'RED')
    expect(await idsIn()).toEqual([])
  })

  it('works for who works alone, and no longer once people sign in', async () => {
    const store = await contentStore()
    const alone = buildApp({ store })
    const made = await make(alone, atom)
    expect((await read(alone, made.pathname)).status).toBe(200)
    await addAccounts(store, ['admin'])
    const together = buildApp({ store, admission: { signIn: 'accounts', anonymous: null }, passwords })
    expect((await read(together, made.pathname)).status).toBe(404)
    expect(await list(together, await sessionOf(store, 'admin'))).toEqual([])
  })

  it('is one of fifty at most', async () => {
    const { app, viewer } = await team()
    for (let number = 0; number < 50; number++) await make(app, { ...atom, name: `Reader ${number}` }, viewer)
    const refused = await send(app, atom, viewer)
    expect([refused.status, (await problemOf(refused)).code]).toEqual([409, 'conflict'])
  })
})

describe('a refusal', () => {
  /** What differs from answer to answer anyway. */
  const passing = new Set(['date', 'x-request-id'])
  const seen = async (response: Response) => ({
    status: response.status,
    headers: [...response.headers].filter(([name]) => !passing.has(name)).toSorted(),
    body: await response.text(),
  })

  it('looks the same whatever is wrong with an address', async () => {
    const { app, store, viewer } = await team()
    await store.access.set('Gone', { role: 'viewer', password: 'scrypt$none' }, 'test')
    const revoked = await make(app, atom, viewer)
    await app.request(`/api/private-feeds/${revoked.id}`, { method: 'DELETE', headers: viewer })
    const removed = await make(app, atom, await sessionOf(store, 'Gone'))
    await store.access.remove('Gone', 'test')
    const other = await make(app, calendar, viewer)
    const refused = await Promise.all(
      [
        '/api/private/x/feed.atom',
        '/api/private/%01/feed.atom',
        `/api/private/hff_${'A'.repeat(43)}/feed.atom`,
        revoked.pathname,
        removed.pathname,
        other.pathname.replace('calendar.ics', 'feed.atom'),
      ].map(async (pathname) => seen(await read(app, pathname))),
    )
    expect(refused[0]?.status).toBe(404)
    expect(new Set(refused.map((each) => JSON.stringify(each))).size).toBe(1)
    expect((await read(app, other.pathname)).status).toBe(200)
  })

  it('comes after many wrong ones without a look, but not for who has a right one', async () => {
    const { app, store, viewer } = await team()
    const [known, unknown] = [await make(app, atom, viewer), await make(app, calendar, viewer)]
    expect((await read(app, known.pathname)).status).toBe(200)
    const statuses: number[] = []
    for (let number = 0; number < 40; number++)
      statuses.push((await read(app, `/api/private/hff_${number}/feed.atom`)).status)
    expect([...new Set(statuses)]).toEqual([404, 429])
    expect(statuses.filter((status) => status === 404)).toHaveLength(30)
    const refused = await read(app, unknown.pathname)
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, expect.any(Number)])
    expect((await read(app, known.pathname)).status).toBe(200)
    const log = await store.access.audit(null, 100)
    expect(log.filter((entry) => 'event' in entry && entry.event.what === 'too-many')).toHaveLength(1)
  })
})

describe('people of an OpenID provider', () => {
  const issuer = 'https://id.example/'
  const person = { issuer, subject: '7', name: 'Sato', role: 'viewer' as const }
  async function withProvider(now: () => Date) {
    const store = await contentStore(now)
    const openId = openIdOf({
      issuer: new URL(issuer),
      clientId: 'hotfix-report',
      clientSecret: null,
      scope: 'openid',
      rolesClaim: 'roles',
      roleOf: ownRoles,
      asksProof: true,
    })
    const app = buildApp({ store, now, admission: { signIn: 'openid', anonymous: null, openId } })
    const known = await store.access.meet(person)
    const from = { owner: { person: known.id }, way: issuer, who: 'Sato' }
    await store.privateFeeds.make(atom, hashOf('hff_secret'), from)
    return { app, store, known }
  }
  const pathname = '/api/private/hff_secret/feed.atom'

  it('read as long as they have a role and have signed in within ninety days', async () => {
    let now = new Date('2031-01-01T00:00:00.000Z')
    const { app, store, known } = await withProvider(() => now)
    const session = { hash: 'a', expiresAt: '2099-01-01T00:00:00.000Z', way: issuer, address: null }
    expect((await read(app, pathname)).status).toBe(404)
    await store.access.startSession(known, session)
    expect((await read(app, pathname)).status).toBe(200)
    now = new Date('2031-03-31T00:00:00.000Z')
    expect((await read(app, pathname)).status).toBe(200)
    now = new Date('2031-04-02T00:00:00.000Z')
    expect((await read(app, pathname)).status).toBe(404)
    await store.access.startSession(known, { ...session, hash: 'b' })
    expect((await read(app, pathname)).status).toBe(200)
    await store.access.shutOut(person)
    expect((await read(app, pathname)).status).toBe(404)
  })
})

describe.each(engines(putAwayAfterEach()))('the secret in the $name store', ({ make: open }) => {
  it('is in no log, no error and no answer to others', async () => {
    const store = await open()
    const reports: unknown[] = []
    const app = buildApp({ store, report: (error) => reports.push(error) })
    const made = await make(app, atom)
    await read(app, made.pathname)
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const answers = await Promise.all([
      app.request(made.pathname, { method: 'POST', headers: foreign }),
      app.request(made.pathname, { method: 'PUT' }),
      app.request(made.pathname, { method: 'DELETE', headers: foreign }),
      app.request(`${made.pathname}/more`),
      app.request(made.pathname.replace('/private/', '/Private/')),
      app.request(made.pathname.replace('/feed.atom', '')),
      app.request(`/api/private//${made.secret}/feed.atom`),
      app.request(`/api/elsewhere/${made.secret}`),
      app.request('/api/private-feeds'),
    ])
    const said = await Promise.all(answers.map((response) => response.text()))
    const log = await store.access.audit(null, 1000)
    expect(log.length).toBeGreaterThan(1)
    for (const text of [...said, JSON.stringify(log), JSON.stringify(reports)]) expect(text).not.toContain(made.secret)
    // Who makes and revokes them is in the log.
    expect(JSON.stringify(log)).toContain('private-feed-made')
  })
})

describe('due days in a calendar', () => {
  const now = () => new Date('2026-06-01T03:00:00.000Z')

  /** A bulletin of today, since those that ship have no due days. */
  async function withDueDays() {
    const store = await contentStore(now)
    const app = buildApp({ store, now })
    const first = await store.find('MS05-019')
    if (first === null) throw new Error('it ships with the product')
    const published = (id: string, more: object = {}) => ({
      ...first,
      id,
      kb: [],
      supersedes: [],
      publishedOn: '2026-05-30',
      updatedOn: '2026-05-30',
      ...more,
    })
    await store.save({ platforms: [], bulletins: [published('KB5000001'), published('KB5000002')] }, 'test')
    return { store, app, published }
  }

  it('are one entry a day, which is told otherwise when a bulletin changes, and cancelled when all is done', async () => {
    const { store, app } = await withDueDays()
    const made = await make(app, { ...calendar, parts: ['due'] })
    const told = async () => eventsIn(await (await read(app, made.pathname)).text())
    const [first, ...others] = await told()
    expect([others, first?.sequence, first?.status]).toEqual([[], 0, 'CONFIRMED'])
    expect(first?.summary).toMatch(/^Due: KB500000\d, KB500000\d$/)
    expect(first?.start).toMatch(/^\d{4}-\d\d-\d\d$/)
    const done = { status: 'done' as const, assignee: null, note: '', reason: null, reviewOn: null }
    await store.triage.set([{ id: 'KB5000001', version: 0, ...done }], 'test')
    const [fewer] = await told()
    expect([fewer?.uid, fewer?.sequence, fewer?.summary]).toEqual([first?.uid, 1, 'Due: KB5000002'])
    await store.triage.set([{ id: 'KB5000002', version: 0, ...done }], 'test')
    const [none] = await told()
    expect([none?.uid, none?.sequence, none?.status]).toEqual([first?.uid, 2, 'CANCELLED'])
  })

  it('are a file for the filter of a list, too', async () => {
    const { app } = await withDueDays()
    const response = await app.request('/api/due/calendar?q=KB5000002&lang=ja')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="hotfix-report_due.ics"')
    const [event, ...others] = eventsIn(await response.text())
    expect([others, event?.summary]).toEqual([[], '期限 KB5000002'])
    expect(event?.description).toContain('/alerts?q=KB5000002')
    expect((await app.request('/api/due/calendar?severty=1')).status).toBe(400)
  })
})
