import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { isLoud } from '../../../src/domain/changes/loud.ts'
import { newestChange, type LastByBulletin, type LastChange } from '../../../src/domain/changes/last-changes.ts'
import { eventChanges } from '../../../src/domain/changes/event-changes.ts'
import { withLater } from '../../../src/domain/changes/together.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()

const month = (at: string, name = '2031-Mar') => ({ key: `msrc-cvrf ${name}`, order: [{ moment: at }] })
const fix = (id: string, flaws: string[], document = '2031-Mar'): Bulletin => ({
  ...listing(id, flaws),
  source: { kind: 'msrc-cvrf', document, retrievedAt: null },
})
const save = (store: Store, on: string, bulletins: Bulletin[]) =>
  store.save({ document: month(on), platforms: [], bulletins }, 'Ito')
const listed = async (store: Store, since = 0) =>
  (await store.changes.list({ since, kinds: null }, null, 100))?.map(({ bulletin, changes }) => [
    bulletin,
    ...changes.map(({ kind }) => kind),
  ])
const exploited = (...cves: string[]) => cves.map((cve) => ({ cve, addedOn: '2031-03-20', ransomware: false }))

/** What the log of every bulletin comes to. */
async function replayed(store: Store): Promise<LastByBulletin> {
  const all = new Map<string, readonly LastChange[]>()
  for (const { id } of await store.summaries()) {
    for (const event of await store.events.of(id)) {
      const told = eventChanges(event).filter(isLoud)
      const changes = told.map(({ kind }) => ({ kind, event: event.id, at: event.at }))
      all.set(id, withLater(all.get(id) ?? [], changes))
    }
  }
  return all
}

describe.each(engines(kept))('what has changed in the $name store', ({ make }) => {
  it('is what the log comes to, by bulletin and kind, and is read on from where it was', async () => {
    const store = await make()
    await save(store, '2031-03-11', [fix('KB1', ['CVE-2031-1001']), fix('KB2', ['CVE-2031-1002'])])
    expect(await store.changes.last()).toEqual(await replayed(store))
    await store.saveKnownExploited(exploited('CVE-2031-1002'), 'Ito')
    await save(store, '2031-03-20', [fix('KB1', ['CVE-2031-1001', 'CVE-2031-1003']), fix('KB2', ['CVE-2031-1002'])])
    const last = await store.changes.last()
    expect(last).toEqual(await replayed(store))
    expect(last.get('KB2')?.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['new', 'exploit-up']))
    expect(await store.changes.version()).toBe(newestChange([...last.values()].flat())?.event)
  })

  it('is listed by event, the last first, from any place and by kind', async () => {
    const store = await make()
    await save(store, '2031-03-11', [fix('KB1', ['CVE-2031-1001']), fix('KB2', ['CVE-2031-1002'])])
    const before = await store.events.last()
    await store.saveKnownExploited(exploited('CVE-2031-1001'), 'Ito')
    const [first, second] = (await store.changes.list({ since: 0, kinds: null }, null, 2)) ?? []
    expect(first).toMatchObject({ bulletin: 'KB1', who: 'Ito', title: fix('KB1', []).title })
    expect(first?.changes[0]).toMatchObject({ kind: 'exploit-up', of: ['CVE-2031-1001'], to: 'exploited' })
    expect(await store.changes.list({ since: before, kinds: null }, null, 10)).toEqual([first])
    expect(await store.changes.list({ since: 0, kinds: ['exploit-up'] }, null, 10)).toEqual([first])
    const beyond = { event: first?.event ?? 0, bulletin: 'KB1' }
    expect(await store.changes.list({ since: 0, kinds: null }, beyond, 1)).toEqual([second])
    expect(await store.changes.list({ since: 0, kinds: null }, { event: 12_345, bulletin: 'KB1' }, 1)).toBeNull()
    expect([...(await store.changes.newest(['KB1', 'KB9'])).values()]).toEqual([first])
  })

  it('tells once of a fix that it is superseded, below what supersedes it', async () => {
    const store = await make()
    await save(store, '2031-03-11', [fix('KB1', ['A']), fix('KB2', ['B'])])
    const before = await store.events.last()
    const april = month('2031-04-08', '2031-Apr')
    const newer = { ...fix('KB3', ['C']), supersedes: ['KB1', 'KB3', 'KB8'] }
    await store.save({ document: april, platforms: [], bulletins: [newer] }, 'Ito')
    expect(await listed(store, before)).toEqual([
      ['KB3', 'new'],
      ['KB1', 'superseded'],
    ])
    const may = month('2031-05-13', '2031-May')
    const newest = { ...fix('KB4', ['C']), supersedes: ['KB1', 'KB3'] }
    const since = await store.events.last()
    await store.save({ document: may, platforms: [], bulletins: [newest] }, 'Ito')
    expect(await listed(store, since)).toEqual([
      ['KB4', 'new'],
      ['KB3', 'superseded'],
    ])
  })

  it('tells that nothing replaces a fix any longer where an import is undone or a document says less, and then anew', async () => {
    const store = await make()
    await save(store, '2031-03-11', [fix('KB1', ['A']), fix('KB2', ['B'])])
    const april = async (day: string, bulletins: Bulletin[]) =>
      store.save({ document: month(day, '2031-Apr'), platforms: [], bulletins }, 'Ito')
    const newer = { ...fix('KB3', ['C'], '2031-Apr'), supersedes: ['KB1', 'KB2'] }
    await april('2031-04-08', [newer])
    const may = { ...fix('KB4', ['D'], '2031-May'), supersedes: ['KB2'] }
    await store.save({ document: month('2031-05-13', '2031-May'), platforms: [], bulletins: [may] }, 'Ito')
    const undone = (await store.imports.list(2))[1]?.id ?? 0

    const since = await store.events.last()
    expect(await store.imports.undo(undone, 'Sato')).toBe('done')
    // What another one replaces, too, is superseded as before.
    const [told] = (await store.changes.list({ since, kinds: null }, null, 10)) ?? []
    expect(told).toMatchObject({ bulletin: 'KB1', who: 'Sato' })
    expect(told?.changes).toEqual([{ kind: 'no-longer-superseded', of: ['KB3'] }])

    const after = await store.events.last()
    await april('2031-04-09', [newer])
    await april('2031-04-10', [{ ...newer, supersedes: ['KB2'] }])
    expect((await listed(store, after))?.filter(([id]) => id === 'KB1')).toEqual([
      ['KB1', 'no-longer-superseded'],
      ['KB1', 'superseded'],
    ])
    expect(await store.changes.last()).toEqual(await replayed(store))
  })

  it('tells what the lab finds, works around, resolves and opens again', async () => {
    const store = await make()
    await save(store, '2031-03-11', [fix('KB1', ['A'])])
    const issue = { title: 'No sound', symptom: '', workaround: '', registry: [] }
    const test = {
      edition: 'x',
      platform: 'p',
      outcome: 'passed-with-issues' as const,
      on: '2031-03-12',
      minutes: null,
      restarted: null,
      uninstalled: null,
      note: '',
    }
    const found = await store.lab.record('KB1', { ...test, knownIssue: issue, corrects: null }, 'Sato')
    if (found.outcome !== 'recorded') throw new Error('it was not recorded')
    const corrected = { ...test, knownIssue: { ...issue, workaround: 'Mute' }, corrects: found.result.id }
    const again = await store.lab.record('KB1', corrected, 'Sato')
    if (again.outcome !== 'recorded') throw new Error('it was not recorded')
    for (const state of ['resolved', 'reopened'] as const)
      await store.lab.setIssueState('KB1', `lab-${again.result.id}`, { state, why: 'seen' }, 'Sato')
    expect(await listed(store)).toEqual([
      ['KB1', 'known-issue-reopened'],
      ['KB1', 'known-issue-resolved'],
      ['KB1', 'known-issue-workaround'],
      ['KB1', 'known-issue-added'],
      ['KB1', 'new'],
    ])
    expect(await store.changes.last()).toEqual(await replayed(store))
  })

  it('tells that machines are affected, by a fleet in place of another one or by a platform', async () => {
    const store = await make()
    const on = (id: string, platform: string): Bulletin => ({
      ...fix(id, []),
      platforms: [{ platform, rating: 1 }],
    })
    const line = (platform: string) => ({ platform, edition: null, machines: 7 })
    await save(store, '2031-03-11', [on('KB1', 'a'), on('KB2', 'b'), on('KB3', 'c')])
    const first = await store.fleet.set(0, [line('a')], 'Sato')
    expect(await listed(store, (first?.version ?? 0) - 1)).toEqual([])
    const second = await store.fleet.set(first?.version ?? 0, [line('a'), line('b')], 'Sato')
    expect(await listed(store, first?.version)).toEqual([['KB2', 'machines-affected']])
    await save(store, '2031-03-20', [on('KB1', 'a'), on('KB2', 'b'), on('KB3', 'b')])
    const [[bulletin, ...kinds] = []] = (await listed(store, second?.version)) ?? []
    expect([bulletin, kinds.includes('machines-affected')]).toEqual(['KB3', true])
  })

  it('tells that machines are affected by machines that were read', async () => {
    const store = await make()
    const label = { en: 'Server 2022' }
    const rtm = 'windows-server-2022.rtm'
    const [family, version, variant] = ['Windows Server 2022', null, null]
    const platform = { id: rtm, family, version, variant, label, kind: 'server' as const, supportEndsOn: null }
    await store.seed({ platforms: [platform], bulletins: [] })
    await save(store, '2031-03-11', [{ ...fix('KB1', []), platforms: [{ platform: rtm, rating: 1 }] }])
    const set = await store.fleet.set(0, [{ platform: 'a', edition: null, machines: 7 }], 'Sato')
    const machine = {
      name: 'SV-1',
      kind: 'osquery' as const,
      seenAt: '2031-03-20T00:00:00Z',
      caption: 'Microsoft Windows Server 2022 Standard',
      architecture: 'x64' as const,
      build: '10.0.20348.3807',
      fixes: [],
    }
    await store.machines.take('osquery', [machine], 'Ito')
    expect(await listed(store, set?.version)).toEqual([['KB1', 'machines-affected']])
  })

  it('is seen by a person up to an event: never back, never beyond the last, and by nobody once they have gone', async () => {
    const store = await make()
    await store.access.set('Sato', { role: 'viewer', password: 'hash' }, 'Ito')
    await save(store, '2031-03-11', [fix('KB1', ['A'])])
    const last = await store.events.last()
    expect(await store.changes.seen('Sato')).toBeNull()
    expect(await store.changes.see('Sato', last)).toBe(last)
    expect(await store.changes.see('Sato', 1)).toBe(last)
    expect(await store.changes.see('Sato', 12_345)).toBe(last)
    expect(await store.changes.seen('Sato')).toBe(last)
    await store.access.remove('Sato', 'Ito')
    expect(await store.changes.seen('Sato')).toBeNull()
  })
})
