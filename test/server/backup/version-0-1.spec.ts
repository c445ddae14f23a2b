import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { storedSummary, summarise } from '../../../src/domain/bulletin/summary.ts'
import { fixFactsOf } from '../../../src/domain/fixes/facts.ts'
import type { TableRow } from '../../../src/server/backup/tables.ts'
import { readContent } from '../../../src/server/content.ts'
import { keptIn01, restoredFrom01 } from '../../support/earlier-backup.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'
import { replacedBulletins } from '../../support/versions.ts'
import { groupRatings } from '../../../src/domain/bulletin/ratings.ts'
import { earlierText } from '../../support/earlier-bulletin.ts'

const kept = putAwayAfterEach()
const content = await readContent()
const [known] = content.bulletins
if (known === undefined) throw new Error('no bulletin ships')

/** A store in SQLite that a backup was restored into, which was made when a migration was the last one. */
const restored = async (last: string, rows: Readonly<Record<string, readonly TableRow[]>>) =>
  kept.keep(await restoredFrom01({ DATA_DIR: await kept.freshDirectory() }, keptIn01(last, rows)))

/** Events as they were kept at first. */
const events = (rows: readonly (readonly [at: string, who: string, topic: string, what: string, detail: string])[]) =>
  rows.map(([at, who, topic, what, detail], place) => ({
    id: place + 1,
    at: `2026-01-${at}T00:00:00.000Z`,
    who,
    topic,
    what,
    bulletin_id: topic === 'access' ? null : 'MS05-019',
    detail,
  }))

/** A bulletin as all of its rows, made by hand. */
const rowsOf = (document: Bulletin, summary: object) => ({
  bulletin: [{ id: document.id, summary: JSON.stringify(summary) }],
  bulletin_document: [{ bulletin_id: document.id, document: earlierText(document) }],
})

const bulletin = { bulletin: [{ id: 'MS05-019', summary: '{}' }] }

describe('a backup of version 0.1', () => {
  it('of its first day brings summaries, and what each document says', async () => {
    const store = await restored('001-bulletins', {
      bulletin: content.bulletins.map(({ id }) => ({ id, summary: '{}' })),
      bulletin_document: content.bulletins.map((each) => ({ bulletin_id: each.id, document: earlierText(each) })),
    })
    expect(await store.summaries()).toEqual(content.bulletins.map((each) => storedSummary(each)))
    const again = await store.save({ platforms: [], bulletins: [...content.bulletins] }, 'test')
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
  })

  it('keeps on record what was signed and taken back', async () => {
    const store = await restored('006-access', {
      ...bulletin,
      event: events([
        ['01', 'Ito', 'decision', 'go', '{"note":"It is well"}'],
        ['02', 'Ito', 'discussion', 'taken-back', '{"text":null}'],
        ['03', 'Sato', 'discussion', 'said', '{"text":"Hello"}'],
        ['04', 'Ito', 'discussion', 'taken-back', '{"text":null}'],
      ]),
    })
    expect((await store.events.of('MS05-019')).map(({ what, detail }) => [what, detail])).toEqual([
      ['go', { note: 'It is well', basis: null }],
      ['said', { text: null }],
      ['said', { text: 'Hello' }],
      ['taken-back', { of: 2 }],
    ])
  })

  it('keeps the keys under which measured rollouts are known, each the first of its author', async () => {
    const run = (minutes: number, key?: string) =>
      JSON.stringify({ machines: 50, consoles: 1, minutes, on: '2026-11-23', ...(key !== undefined && { key }) })
    const store = await restored('008-what-is-signed-and-taken-back', {
      ...bulletin,
      event: events([
        ['01', 'Ito', 'rollouts', 'measured', run(20, 'a')],
        ['02', 'Ito', 'rollouts', 'measured', run(21, 'a')],
        ['03', 'Sato', 'rollouts', 'measured', run(22, 'a')],
        ['04', 'Ito', 'rollouts', 'measured', run(23)],
      ]),
    })
    const again = { machines: 50, consoles: 1, minutes: 20, on: '2026-11-23' }
    await store.fleet.record('MS05-019', again, 'Ito', 'a')
    await store.fleet.record('MS05-019', { ...again, minutes: 22 }, 'Sato', 'a')
    expect((await store.fleet.rollouts()).map(({ by, minutes }) => [by, minutes])).toEqual([
      ['Ito', 20],
      ['Ito', 21],
      ['Sato', 22],
      ['Ito', 23],
    ])
  })

  it('rates again what waits by the rule, with its parts and versions: how severe it is may not be known', async () => {
    const calm = {
      level: 'wait',
      basis: 'rule',
      why: { en: 'Not critical, and no reason for haste is known' },
    } as const
    const unsure = { ...known, severity: null, exploit: 'unknown', disclosure: 'unknown', urgency: calm }
    const documents = {
      'ADV-1': { ...unsure, id: 'ADV-1' },
      'ADV-2': { ...unsure, disclosure: 'public', id: 'ADV-2' },
      'ADV-3': { ...unsure, urgency: { ...calm, basis: 'stated' }, id: 'ADV-3' },
      'ADV-4': { ...unsure, severity: 3, id: 'ADV-4' },
      'ADV-5': { ...unsure, exploit: 'exploited', urgency: { ...calm, level: 'immediate' }, id: 'ADV-5' },
    }
    const all = Object.entries(documents).map(([id, document]) => ({
      bulletin_id: id,
      document: JSON.stringify(document),
    }))
    const store = await restored('011-problems-that-are-known', {
      bulletin: all.map(({ bulletin_id: id }) => ({ id, summary: '{}' })),
      bulletin_document: all,
      part: all.map(({ bulletin_id, document }) => ({ bulletin_id, source: 'a', content: document, import_id: null })),
      replaced: all.slice(0, 1).map((row) => ({ id: 1, until: '2026-01-01T00:00:00.000Z', ...row, changes: '[]' })),
    })
    const levels = await Promise.all(Object.keys(documents).map(async (id) => (await store.find(id))?.urgency.level))
    expect(levels).toEqual(['unrated', 'early', 'wait', 'wait', 'immediate'])
    expect((await store.find('ADV-4'))?.urgency.why.en).toMatch(/^Moderate, and /)
    expect((await store.find('ADV-3'))?.urgency.why).toEqual(calm.why)
    expect((await replacedBulletins(store, 'ADV-1')).map(({ bulletin: { urgency } }) => urgency.level)).toEqual([
      'unrated',
    ])
    expect((await store.summaries()).map(({ urgency }) => urgency.level)).toEqual(levels)
  })

  it('brings what a bulletin has to install, and its releases, as its document tells them', async () => {
    const [flaw] = known.vulnerabilities
    if (flaw === undefined) throw new Error('it has no vulnerability')
    const document: Bulletin = {
      ...known,
      id: 'KB1',
      source: { kind: 'msrc-cvrf', document: '2031-Apr, 2031-Mar', retrievedAt: null },
      vulnerabilities: [{ ...flaw, exploit: 'exploited', disclosure: 'public' }],
    }
    const store = await restored('017-plain-names', rowsOf(document, {}))
    expect((await Array.fromAsync(store.fixFacts())).flat()).toEqual([fixFactsOf(document)])
    expect(await store.summaries()).toEqual([storedSummary(document)])
    expect(storedSummary(document)).toMatchObject({
      releases: ['2031-03', '2031-04'],
      vulnerabilities: [{ isPublic: true }],
    })
  })

  it('counts pages about known issues that nobody has read apart, but for those that the team has settled', async () => {
    const page = { kind: 'other', title: { en: 'A page' }, url: 'https://hotfix.example/1' } as const
    const issues = ['a', 'b'].map((id) => ({ id, title: { en: id }, platforms: [], references: [page] }))
    const document: Bulletin = {
      ...known,
      knownIssues: [...issues, { id: 'c', title: { en: 'c' }, platforms: [], references: [] }],
    }
    const settled = JSON.stringify({ issue: 'a', title: { en: 'a' }, why: 'Read, and not ours' })
    const at = '2026-01-01T00:00:00.000Z'
    const store = await restored('030-plans', {
      ...rowsOf(document, {}),
      event: [{ id: 1, at, actor: 'Ito', topic: 'issues', action: 'resolved', bulletin_id: known.id, detail: settled }],
    })
    expect(await store.summaries()).toMatchObject([{ knownIssues: 1, unreadIssues: 1 }])
    await store.lab.setIssueState(known.id, 'b', { state: 'resolved', why: 'Read, and not ours' }, 'Ito')
    expect((await store.summaries())[0]).not.toHaveProperty('unreadIssues')
  })

  it('keeps people from before names had keys, their tokens and the log of them', async () => {
    const far = '2100-01-01T00:00:00.000Z'
    const token = { role: 'admin', made_at: '2026-01-01T00:00:00.000Z', expires_at: far }
    const { access } = await restored('006-access', {
      event: events([
        ['01', 'Ito', 'access', 'person-set', '{"about":"Sato: admin"}'],
        ['02', 'Ito', 'access', 'person-removed', '{"about":"Sato"}'],
      ]),
      person: [
        { id: 1, name: 'Ito', role: 'admin', password: 'p' },
        { id: 2, name: 'ITO', role: 'viewer', password: 'p' },
      ],
      token: [
        { ...token, id: 1, hash: 'by Ito', title: 'a', made_by: 'Ito' },
        { ...token, id: 2, hash: 'by Sato', title: 'b', made_by: 'Sato' },
        { ...token, id: 3, hash: 'by ito', title: 'c', role: 'viewer', made_by: 'the system user' },
      ],
    })
    expect((await access.people()).map(({ name }) => name)).toEqual(['ITO (2)', 'Ito'])
    expect((await access.tokens()).map(({ title }) => title)).toEqual(['c', 'a'])
    expect(await access.set('sato', { role: 'viewer', password: 'p' }, 'test')).toBe('taken')
    await access.remove('Ito', 'test')
    expect((await access.tokens()).map(({ title }) => title)).toEqual(['c'])
    const log = (await access.audit(null, 10)).map((entry) => (entry.topic === 'access' ? entry.event : null))
    expect(log.slice(2)).toEqual([
      { what: 'other', detail: { text: 'person-removed {"about":"Sato"}' } },
      { what: 'other', detail: { text: 'person-set {"about":"Sato: admin"}' } },
    ])
  })

  it('tells nobody by notice what has happened before there were notices', async () => {
    const store = await restored('034-channels-and-subscriptions', {
      ...rowsOf({ ...known, id: 'MS05-019' }, storedSummary(known)),
      event: events([['01', 'Ito', 'discussion', 'said', '{"text":"Hello"}']]).map(({ who, what, ...row }) => ({
        ...row,
        actor: who,
        action: what,
      })),
    })
    expect(await store.outbox.cursor()).toBe(1)
    expect((await store.board.talk('all', null, null, 10)).map(({ id }) => id)).toEqual([1])
  })
})

/** As a version before ids of platforms changed had written them. */
const before = (id: string, name: string) => ({
  id,
  family: id,
  version: null,
  variant: null,
  label: { en: name },
  kind: 'application',
  supportEndsOn: '2031-10-14',
})
const flash = 'Adobe Flash Player on Windows 10 Version 1607 for x64-based Systems'

/** The rows of the time before ids changed: one product under two, and a team that knows it by one of them. */
function formerRows() {
  const [adobe, other] = [
    'adobe.adobe-flash-player.windows-10-1607-x64',
    'other.adobe-flash-player.windows-10-1607-x64',
  ]
  const platforms = [before('windows-11.24h2', 'Windows 11 Version 24H2'), before(adobe, flash), before(other, flash)]
  const { vulnerabilities, ...rest } = listing('KB1', ['CVE-2031-0001'])
  const ratings: Bulletin['platforms'] = [
    { platform: adobe, rating: 3 },
    { platform: other, rating: 2 },
  ]
  const bulletin: Bulletin = {
    ...rest,
    source: { kind: 'msrc-cvrf', document: '2031-Mar', retrievedAt: null },
    platforms: ratings,
    vulnerabilities: vulnerabilities.map((flaw) => ({ ...flaw, ratings: groupRatings(ratings) })),
    packages: [{ name: 'KB1', platforms: [adobe, other], files: [] }],
  }
  const document = earlierText(bulletin)
  const changes = JSON.stringify([{ kind: 'platform-added', of: [other] }])
  const lines = [
    { platform: adobe, edition: null, machines: 5 },
    { platform: other, edition: null, machines: 2 },
    { platform: 'windows-11.24h2', edition: null, machines: 3 },
  ]
  const test = {
    edition: 'Windows 10 Pro',
    platform: other,
    outcome: 'passed',
    on: '2031-03-12',
    minutes: null,
    restarted: null,
    uninstalled: null,
    note: '',
    knownIssue: null,
    corrects: null,
  }
  const at = '2031-03-12T00:00:00.000Z'
  const said = { at, who: 'Ito', key: null }
  return {
    platform: platforms.map((platform, position) => ({
      id: platform.id,
      position,
      document: JSON.stringify(platform),
    })),
    ...rowsOf(bulletin, summarise(bulletin)),
    part: [{ bulletin_id: 'KB1', source: 'msrc-cvrf 2031-Mar', content: document }],
    replaced: [{ id: 1, bulletin_id: 'KB1', until: at, document, changes }],
    event: [
      { id: 1, ...said, topic: 'fleet', what: 'set', bulletin_id: null, detail: JSON.stringify({ lines }) },
      { id: 2, ...said, topic: 'lab', what: 'recorded', bulletin_id: 'KB1', detail: JSON.stringify(test) },
    ],
  }
}

describe.each(engines(kept))('a backup of before ids of platforms changed, in $name', ({ place }) => {
  it('restores with the ids of now: for bulletins with the worst rating, for the team with its machines and tests', async () => {
    const store = kept.keep(await restoredFrom01(await place(), keptIn01('009-keys', formerRows())))
    const now = 'adobe-flash-player.windows-10-1607-x64'
    const rating = { platform: now, rating: 2 }
    expect(await store.find('KB1')).toMatchObject({
      platforms: [rating],
      vulnerabilities: [{ ratings: [{ platforms: [now], rating: 2 }] }],
      packages: [{ platforms: [now] }],
    })
    expect((await store.summaries())[0]?.platforms).toEqual([rating])
    const { updatedOn, revision } = listing('KB1', [])
    expect(await store.versions('KB1')).toMatchObject([
      { number: 2, changes: [{ kind: 'platform-added', of: [now] }] },
      { number: 1, updatedOn, revision },
    ])
    expect(await store.readVersion('KB1', 1)).toMatchObject({ platforms: [rating] })
    const platforms = await store.platforms()
    expect(platforms).toMatchObject([
      { id: 'windows-11.24h2' },
      {
        id: now,
        label: { en: flash },
        supportEndsOn: '2031-10-14',
        formerIds: ['adobe.adobe-flash-player.windows-10-1607-x64', 'other.adobe-flash-player.windows-10-1607-x64'],
      },
    ])
    expect((await store.fleet.current()).lines).toEqual([
      { platform: now, edition: null, machines: 7 },
      { platform: 'windows-11.24h2', edition: null, machines: 3 },
    ])
    expect(await store.lab.results('KB1')).toMatchObject([{ platform: now }])
    expect((await store.lab.all()).get('KB1')?.results).toMatchObject([{ platform: now }])
    // The month as it is read now is the same.
    const [listed] = await Array.fromAsync(store.bulletins())
    const document = { key: 'msrc-cvrf 2031-Mar', order: [{ moment: '2031-03-20' }] }
    expect(await store.save({ document, platforms, bulletins: listed ? [listed] : [] }, 'test')).toMatchObject([
      { id: 'KB1', outcome: 'unchanged' },
    ])
  })
})
