import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { BoardEntry, Concerns, MyWork, Watches } from '../../src/contract/board.ts'
import { FieldCounts, FieldReport, type NewFieldReport } from '../../src/contract/field-reports.ts'
import { Triaged } from '../../src/contract/triage.ts'
import { mentionedIn } from '../../src/domain/board/mentioned.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { buildApp } from '../../src/server/app.ts'
import { readContent } from '../../src/server/content.ts'
import type { Store } from '../../src/server/store/store.ts'
import { addAccounts, passwords, sessionOf, tokenOf } from '../support/authorized.ts'
import { contentStore } from '../support/content-store.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const content = await readContent()
const kept = putAwayAfterEach()
const id = 'MS05-019'
const broke: NewFieldReport = {
  outcome: 'broke',
  platform: 'windows-2000.sp4',
  edition: '',
  machines: 12,
  build: '',
  text: 'Printing stops',
}

async function personIn(store: Store, name: string) {
  const person = await store.access.find(name)
  return { owner: { person: person?.id ?? 0 }, name }
}

describe.each(engines(kept))('the board in $name', ({ make }) => {
  async function filled() {
    const store = await make()
    await store.seed(content)
    for (const name of ['Ito', 'Sato']) await store.access.set(name, { role: 'analyst', password: 'x' }, 'admin')
    await store.teams.set(0, ['Servers'], 'admin')
    const [ito, sato] = await Promise.all([personIn(store, 'Ito'), personIn(store, 'Sato')])
    return { store, ...store, ito, sato }
  }

  it('keeps whom a text names as they were then, and nobody once it was taken back', async () => {
    const { events, board, access, ito } = await filled()
    const said = await events.addComment(id, 'Look, @ito and @Servers, not @Nobody', 'Sato')
    const event = (await events.of(id)).find((each) => each.id === said)
    expect(event && mentionedIn(event)).toEqual([
      { kind: 'person', name: 'Ito' },
      { kind: 'team', name: 'Servers' },
    ])
    expect(await board.addressedTo(ito.owner)).toMatchObject([{ event: said, why: 'mentioned', who: 'Sato' }])
    await events.retractComment(id, said ?? 0, 'Sato')
    expect(await board.addressedTo(ito.owner)).toEqual([])
    expect(await board.talk('all', null, null, 10)).toMatchObject([{ id: said, text: null, mentions: [] }])
    await events.addComment(id, '@Ito again', 'Sato')
    await access.remove('Ito', 'admin')
    expect(await board.talk('all', null, null, 1)).toMatchObject([{ text: '@Ito again', mentions: [{ name: 'Ito' }] }])
    expect(await board.addressedTo(ito.owner)).toEqual([])
  })

  it('still tells a person who was renamed what named them before', async () => {
    const { events, board, access } = await filled()
    const known = { issuer: 'https://id.example', subject: '7', role: 'analyst' as const }
    await access.meet({ ...known, name: 'Mori' })
    const before = await personIn({ access } as Store, 'Mori')
    await events.addComment(id, '@Mori please', 'Sato')
    await access.meet({ ...known, name: 'Hayashi' })
    expect(await board.addressedTo(before.owner)).toMatchObject([{ why: 'mentioned' }])
    expect(await board.talk('mentions', { ...before, name: 'Hayashi' }, null, 10)).toHaveLength(1)
  })

  it('has answers with what they answer, which keep their place when they are taken back', async () => {
    const { events, board, ito } = await filled()
    const first = (await events.addComment(id, 'Does it restart?', 'Ito')) ?? 0
    const answer = (await events.addReply(id, first, 'It does.', 'Sato', 'a-key-of-eight')) ?? 0
    expect(await events.addReply(id, first, 'It does.', 'Sato', 'a-key-of-eight')).toBe(answer)
    expect(await events.addReply('MS05-018', first, 'Elsewhere', 'Sato')).toBeNull()
    expect(await events.addReply(id, answer + 100, 'To nothing', 'Sato')).toBeNull()
    expect(await board.addressedTo(ito.owner)).toMatchObject([{ event: answer, why: 'replied', text: 'It does.' }])
    await events.retractComment(id, first, 'Ito')
    await events.retractComment(id, answer, 'Sato')
    const [entry] = await board.talk('all', null, null, 1)
    expect(entry).toMatchObject({ id: answer, text: null, replyTo: { id: first, who: 'Ito', text: null } })
    expect((await events.of(id)).find((event) => event.id === answer)).toMatchObject({
      detail: { text: null, replyTo: first },
    })
  })

  it('counts field reports that nobody has taken back, and keeps no text of one that was', async () => {
    const { board, events } = await filled()
    const report = await board.report(id, broke, 'Ito', 'a-key-of-eight')
    expect(await board.report(id, broke, 'Ito', 'a-key-of-eight')).toMatchObject({ id: report?.id })
    expect(await board.report('MS99-999', broke, 'Ito')).toBeNull()
    expect(await board.fieldReports(id)).toMatchObject([{ ...broke, by: 'Ito', bulletin: id }])
    expect(await board.takeBackReport(report?.id ?? 0, 'Sato')).toBe('not-yours')
    expect(await board.takeBackReport(report?.id ?? 0, 'Ito')).toBe('done')
    expect(await board.takeBackReport(report?.id ?? 0, 'Ito')).toBe('missing')
    expect(await board.fieldReports(null)).toEqual([])
    expect(await board.talk('field', null, null, 10)).toMatchObject([{ what: 'field-report', text: null }])
    expect(JSON.stringify(await events.of(id))).not.toContain('Printing')
  })

  it('keeps what each person watches, and tells only what has happened since', async () => {
    const { store, board, events, ito, sato } = await filled()
    await events.addComment(id, 'before', 'Sato')
    expect(await board.watch(id, ito, true)).toBe(true)
    expect(await board.watch(id, ito, true)).toBe(true)
    expect(await board.watch('MS99-999', ito, true)).toBe(false)
    await events.addComment(id, 'after', 'Sato')
    await board.report(id, broke, 'Sato')
    const cve = (await store.find(id))?.vulnerabilities[0]?.cve ?? ''
    await store.saveKnownExploited([{ cve, addedOn: '2031-02-03', ransomware: false }], 'kev')
    expect(await board.watchedBy(ito.owner)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ who: 'Sato', kinds: ['commented'], text: 'after' }),
        expect.objectContaining({ who: 'Sato', kinds: ['field-reported'], text: 'Printing stops' }),
        expect.objectContaining({ who: 'kev', kinds: expect.arrayContaining(['exploit-up']) as unknown }),
      ]),
    )
    expect(JSON.stringify(await board.watchedBy(ito.owner))).not.toContain('before')
    expect(await board.watched(ito.owner)).toEqual([id])
    expect(await board.watched(sato.owner)).toEqual([])
    await board.watch(id, ito, false)
    expect([await board.watched(ito.owner), await board.watchedBy(ito.owner)]).toEqual([[], []])
  })

  it('hands over in one write: assignee, note, and whom it names', async () => {
    const { triage, events, board, ito, sato } = await filled()
    await triage.set([{ id, version: 0, ...defaultState, assignee: 'Ito' }], 'Ito')
    const version = (await triage.find(id))?.version ?? 0
    expect(await triage.handOver(id, 0, { to: 'Sato', text: 'Yours' }, 'Ito')).toMatchObject({ outcome: 'conflict' })
    const given = await triage.handOver(id, version, { to: 'Sato', text: 'Yours, with @Servers' }, 'Ito')
    expect(given).toMatchObject({ outcome: 'saved', states: [{ assignee: 'Sato', by: 'Ito' }] })
    const event = (await events.of(id)).findLast(({ topic }) => topic === 'triage')
    expect(event).toMatchObject({ detail: { to: { assignee: 'Sato' }, handover: { text: 'Yours, with @Servers' } } })
    expect(event && mentionedIn(event).map(({ name }) => name)).toEqual(['Sato', 'Servers'])
    expect(await board.addressedTo(sato.owner)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ why: 'assigned', text: 'Yours, with @Servers' })]),
    )
    expect(await board.addressedTo(ito.owner)).toMatchObject([{ why: 'triaged', who: 'Ito' }, { why: 'assigned' }])
    expect(await board.talk('all', null, null, 1)).toMatchObject([{ what: 'handover', to: 'Sato', who: 'Ito' }])
    expect(await triage.handovers([id])).toMatchObject(new Map([[id, { to: 'Sato', who: 'Ito' }]]))
    // To who has it already it is a note all the same.
    const again = (await triage.find(id))?.version ?? 0
    expect(await triage.handOver(id, again, { to: 'Sato', text: 'Soon?' }, 'Ito')).toMatchObject({ outcome: 'saved' })
    expect((await triage.find(id))?.version).toBeGreaterThan(again)
    expect((await triage.handovers([id])).get(id)).toMatchObject({ text: 'Soon?' })
  })

  it('is handed over once by two who do it at once', async () => {
    const { triage, events } = await filled()
    const { version = 0 } = (await triage.find(id)) ?? {}
    const handed = async () => (await events.of(id)).filter(({ topic }) => topic === 'triage').length
    const before = await handed()
    const both = await Promise.all(
      ['Ito', 'Sato'].map((to) => triage.handOver(id, version, { to, text: `For ${to}` }, 'analyst')),
    )
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'saved'])
    const saved = both.findIndex(({ outcome }) => outcome === 'saved')
    expect(await triage.find(id)).toMatchObject({ assignee: ['Ito', 'Sato'][saved] })
    expect((await handed()) - before).toBe(1)
  })

  it('reads forward only, and never beyond what has happened', async () => {
    const { events, board, ito } = await filled()
    const said = (await events.addComment(id, '@Ito', 'Sato')) ?? 0
    const at = '2026-01-14T00:00:00.000Z'
    expect(await board.readUpTo(ito.owner)).toBeNull()
    expect(await board.setRead(ito.owner, { event: said, at })).toEqual({ event: said, at })
    expect(await board.setRead(ito.owner, { event: 0, at: '2025-01-14T00:00:00.000Z' })).toEqual({ event: said, at })
    const beyond = await board.setRead(ito.owner, { event: 2_000_000_000, at: '2999-01-01T00:00:00.000Z' })
    expect(beyond.event).toBe(await events.last())
    expect(beyond.at < '2999').toBe(true)
  })
})

describe('the API of the board', () => {
  const at = () => new Date('2026-11-29T08:00:00Z')
  async function office() {
    const store = await contentStore()
    await addAccounts(store, ['admin', 'analyst', 'viewer'])
    await store.access.set('Ito', { role: 'analyst', password: await passwords.hash('x') }, 'test')
    const app = buildApp({ store, now: at, admission: { signIn: 'accounts', anonymous: null }, passwords })
    const as = async (name: string) => {
      const headers = await sessionOf(store, name)
      const send = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
        app.request(path, {
          method,
          headers: { ...headers, ...more, ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        })
      return { send, read: async (path: string): Promise<unknown> => (await send('GET', path)).json() }
    }
    return { store, app, as }
  }

  it('tells a person what concerns them until they have read it, and a program nothing', async () => {
    const { store, app, as } = await office()
    const [ito, analyst] = await Promise.all([as('Ito'), as('analyst')])
    await analyst.send('POST', `/api/bulletins/${id}/comments`, { text: '@Ito, <b>look</b>' })
    const concerns = Concerns.parse(await ito.read('/api/concerns'))
    expect(concerns).toMatchObject({
      unread: 1,
      items: [{ why: 'mentioned', who: 'analyst', text: '@Ito, <b>look</b>' }],
    })
    expect(Concerns.parse(await analyst.read('/api/concerns')).items).toEqual([])
    expect((await ito.send('PUT', '/api/concerns/read', concerns.upTo)).status).toBe(200)
    expect(Concerns.parse(await ito.read('/api/concerns'))).toMatchObject({ unread: 0, items: [{ isNew: false }] })
    const { headers } = await tokenOf(store, 'analyst')
    expect(Concerns.parse(await (await app.request('/api/concerns', { headers })).json()).items).toEqual([])
    const body = JSON.stringify(concerns.upTo)
    const asProgram = { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' }, body }
    expect((await app.request('/api/concerns/read', asProgram)).status).toBe(403)
  })

  it('lets who may only look watch, and nobody else see it', async () => {
    const { as } = await office()
    const [viewer, ito] = await Promise.all([as('viewer'), as('Ito')])
    const set = await viewer.send('PUT', `/api/bulletins/${id}/watch`, { isWatched: true })
    expect(Watches.parse(await set.json())).toEqual({ bulletins: [id] })
    expect(Watches.parse(await ito.read('/api/watches'))).toEqual({ bulletins: [] })
    expect((await viewer.send('PUT', '/api/bulletins/MS99-999/watch', { isWatched: true })).status).toBe(404)
    expect((await viewer.send('POST', `/api/bulletins/${id}/field-reports`, broke)).status).toBe(403)
  })

  it('lists what was said by pages and by view', async () => {
    const { as } = await office()
    const [ito, analyst] = await Promise.all([as('Ito'), as('analyst')])
    for (const text of ['one', 'two', '@Ito three'])
      await analyst.send('POST', `/api/bulletins/${id}/comments`, { text })
    await ito.send('POST', `/api/bulletins/${id}/field-reports`, broke)
    const first = await ito.send('GET', '/api/board?limit=3')
    expect(
      z
        .array(BoardEntry)
        .parse(await first.json())
        .map(({ text }) => text),
    ).toEqual(['Printing stops', '@Ito three', 'two'])
    const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const rest = await ito.send('GET', next)
    expect([
      z
        .array(BoardEntry)
        .parse(await rest.json())
        .map(({ text }) => text),
      rest.headers.get('link'),
    ]).toEqual([['one'], null])
    const textsOf = async (view: string) =>
      z
        .array(BoardEntry)
        .parse(await ito.read(`/api/board?view=${view}`))
        .map(({ text }) => text)
    expect(await textsOf('mine')).toEqual(['Printing stops'])
    expect(await textsOf('mentions')).toEqual(['@Ito three'])
    expect(await textsOf('field')).toEqual(['Printing stops'])
    expect(await textsOf('watched')).toEqual([])
    expect(await ito.read('/api/board?fields=id,text&limit=1')).toEqual([
      { id: expect.any(Number) as number, text: 'Printing stops' },
    ])
    expect((await ito.send('GET', '/api/board?after=first')).status).toBe(400)
  })

  it('takes field reports of a place that is named, and counts them', async () => {
    const { as } = await office()
    const ito = await as('Ito')
    const path = `/api/bulletins/${id}/field-reports`
    const nowhere = { ...broke, platform: null, edition: ' ' }
    expect((await ito.send('POST', path, nowhere)).status).toBe(400)
    expect((await ito.send('POST', path, { ...broke, machines: 0 })).status).toBe(400)
    const made = await ito.send('POST', path, broke)
    const report = FieldReport.parse(await made.json())
    expect(FieldReport.parse(await ito.read(made.headers.get('location') ?? ''))).toEqual(report)
    await ito.send('POST', path, { ...broke, outcome: 'works', machines: 300, text: '' })
    expect(z.array(FieldCounts).parse(await ito.read('/api/field-counts'))).toMatchObject([
      { bulletin: id, works: { reports: 1, machines: 300 }, broke: { reports: 1, machines: 12 } },
    ])
    expect((await ito.send('DELETE', `/api/field-reports/${report.id}`)).status).toBe(204)
    expect((await ito.send('GET', `/api/field-reports/${report.id}`)).status).toBe(404)
  })

  it('tells what waits for who asks, and for anybody, and hands it over in place of what was seen', async () => {
    const { as } = await office()
    const [ito, analyst] = await Promise.all([as('Ito'), as('analyst')])
    const before = MyWork.parse(await ito.read('/api/my-work'))
    const [urgent] = before.unassigned.items
    expect(before.assigned.count).toBe(0)
    expect(urgent).toMatchObject({ urgency: { level: 'immediate' }, triage: { assignee: null } })
    const path = `/api/bulletins/${urgent?.id ?? ''}/handover`
    const note = { to: 'Ito', text: 'Please, @Ito' }
    expect((await analyst.send('POST', path, note)).status).toBe(428)
    // Nobody, or a mistyped name, would never hear of it.
    const mistyped = await analyst.send('POST', path, { ...note, to: 'Itoo' }, { 'if-match': '"0"' })
    expect([mistyped.status, await mistyped.json()]).toMatchObject([400, { details: [{ field: 'to' }] }])
    const triage = `/api/bulletins/${urgent?.id ?? ''}/triage`
    const set = { ...defaultState, assignee: 'It"o_%' }
    expect((await analyst.send('PUT', triage, set, { 'if-match': '"0"' })).status).toBe(400)
    const given = await analyst.send('POST', path, note, { 'if-match': '"0"' })
    expect(Triaged.parse(await given.json())).toMatchObject({ assignee: 'Ito', by: 'analyst' })
    expect((await analyst.send('POST', path, note, { 'if-match': '"0"' })).status).toBe(412)
    const after = MyWork.parse(await ito.read('/api/my-work'))
    expect(after.assigned.items).toMatchObject([{ id: urgent?.id, handover: { who: 'analyst', text: 'Please, @Ito' } }])
    expect(after.unassigned.count).toBe(before.unassigned.count - 1)
    expect(Concerns.parse(await ito.read('/api/concerns')).items).toMatchObject([{ why: 'assigned', who: 'analyst' }])
  })

  it('leaves names that were typed before', async () => {
    const { as, store } = await office()
    const analyst = await as('analyst')
    const earlier = { ...defaultState, assignee: 'It"o_%' }
    await store.triage.set([{ id, version: 0, ...earlier }], 'Ito')
    const put = async (of: string, state: object) =>
      (await analyst.send('PUT', `/api/bulletins/${of}/triage`, state, { 'if-match': await versionOf(of) })).status
    const versionOf = async (of: string) => `"${(await store.triage.find(of))?.version ?? 0}"`
    expect(await put(id, { ...earlier, note: 'next' })).toBe(200)
    expect(await put(id, { ...earlier, assignee: 'It"o__' })).toBe(400)
    expect(await put(id, defaultState)).toBe(200)
    expect(await put(id, earlier)).toBe(200)
  })

  it('hands over nothing for who has lost the role meanwhile', async () => {
    const { as, store } = await office()
    const analyst = await as('analyst')
    await store.access.set('analyst', { role: 'viewer' }, 'admin')
    const answer = await analyst.send(
      'POST',
      `/api/bulletins/${id}/handover`,
      { to: 'Ito', text: 'Yours' },
      { 'if-match': '"0"' },
    )
    expect([401, 403]).toContain(answer.status)
    expect((await store.triage.find(id))?.assignee ?? null).toBeNull()
  })

  it('rings where another person has set the password, and not where it was oneself', async () => {
    const { as, store } = await office()
    const ito = await as('Ito')
    const said = async () =>
      Concerns.parse(await ito.read('/api/concerns')).items.filter(({ why }) => why === 'password-set')
    expect(await said()).toEqual([])
    const note = (who: string, person: string) => store.access.note({ who, what: 'password-set', detail: { person } })
    await note('Ito', 'Ito')
    await note('admin', 'Sato')
    expect(await said()).toEqual([])
    await note('admin', 'Ito')
    expect(await said()).toMatchObject([{ who: 'admin', path: '/account', isNew: true }])
  })

  it('takes a long and hostile text as it is, with at most fifty names', async () => {
    const { as, store } = await office()
    const [ito, analyst] = await Promise.all([as('Ito'), as('analyst')])
    for (let at = 0; at < 200; at++) await store.access.set(`Person ${at}`, { role: 'viewer', password: 'x' }, 'test')
    const names = Array.from({ length: 200 }, (_, at) => `@Person ${at},`).join(' ')
    const text = `\u202e<img src=x onerror=alert(1)> ${names} @Ito`.padEnd(10_000, 'x')
    expect((await analyst.send('POST', `/api/bulletins/${id}/comments`, { text })).status).toBe(201)
    const [entry] = z.array(BoardEntry).parse(await ito.read('/api/board?limit=1'))
    expect([entry?.text, entry?.mentions.length]).toEqual([text, 50])
    expect((await analyst.send('POST', `/api/bulletins/${id}/comments`, { text: `${text}x` })).status).toBe(400)
  })
})

describe('who works alone', () => {
  it('has a board, a bell and watches', async () => {
    const app = buildApp({ store: await contentStore(), now: () => new Date('2026-11-29T08:00:00Z') })
    const send = (method: string, path: string, body: unknown) =>
      app.request(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const read = async (path: string): Promise<unknown> => (await app.request(path)).json()
    await send('POST', `/api/bulletins/${id}/comments`, { text: 'Note to self, @local' })
    expect(await read('/api/board?view=mentions')).toMatchObject([{ mentions: [{ name: 'local' }] }])
    await send('PUT', `/api/bulletins/${id}/watch`, { isWatched: true })
    expect(Watches.parse(await read('/api/watches'))).toEqual({ bulletins: [id] })
    const { upTo, unread } = Concerns.parse(await read('/api/concerns'))
    expect(unread).toBe(0)
    expect((await send('PUT', '/api/concerns/read', upTo)).status).toBe(200)
  })
})
