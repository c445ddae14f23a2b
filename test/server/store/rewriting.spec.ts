import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { databaseName, kyselyOn, sqliteStore, sqliteTypes } from '../../../src/server/store/engines/sqlite.ts'
import { storedSummary } from '../../../src/domain/bulletin/summary.ts'
import { fixFactsOf } from '../../../src/domain/fixes/facts.ts'
import { omitting } from '../../../src/domain/revisions/changed/meaning.ts'
import { readContent } from '../../../src/server/content.ts'
import { migrate } from '../../../src/server/store/open.ts'
import { putAwayAfterEach } from '../../support/stores.ts'
import { replacedBulletins } from '../../support/versions.ts'

const kept = putAwayAfterEach()

it('what was signed and taken back before is still on record', async () => {
  const directory = await kept.freshDirectory()
  const file = new DatabaseSync(join(directory, databaseName))
  const db = kyselyOn(file)
  await migrate({ db, types: sqliteTypes }, '006-access')
  file.exec(`
    insert into bulletin values ('MS05-019', '{}');
    insert into event (at, who, topic, what, bulletin_id, detail) values
      ('2026-01-01T00:00:00.000Z', 'Ito', 'decision', 'go', 'MS05-019', '{"note":"It is well"}'),
      ('2026-01-02T00:00:00.000Z', 'Ito', 'discussion', 'taken-back', 'MS05-019', '{"text":null}'),
      ('2026-01-03T00:00:00.000Z', 'Sato', 'discussion', 'said', 'MS05-019', '{"text":"Hello"}'),
      ('2026-01-04T00:00:00.000Z', 'Ito', 'discussion', 'taken-back', 'MS05-019', '{"text":null}');
  `)
  await db.destroy()
  const store = kept.keep(await sqliteStore(directory))
  expect((await store.events.of('MS05-019')).map(({ what, detail }) => [what, detail])).toEqual([
    ['go', { note: 'It is well', basis: null }],
    ['said', { text: null }],
    ['said', { text: 'Hello' }],
    ['taken-back', { of: 2 }],
  ])
})

it('measured rollouts keep the keys under which they are known, each the first of its author', async () => {
  const directory = await kept.freshDirectory()
  const file = new DatabaseSync(join(directory, databaseName))
  const db = kyselyOn(file)
  await migrate({ db, types: sqliteTypes }, '008-what-is-signed-and-taken-back')
  const run = (minutes: number, key?: string) =>
    JSON.stringify({ machines: 50, consoles: 1, minutes, on: '2026-11-23', ...(key !== undefined && { key }) })
  file.exec(`
    insert into bulletin values ('MS05-019', '{}');
    insert into event (at, who, topic, what, bulletin_id, detail) values
      ('2026-01-01T00:00:00.000Z', 'Ito', 'rollouts', 'measured', 'MS05-019', '${run(20, 'a')}'),
      ('2026-01-02T00:00:00.000Z', 'Ito', 'rollouts', 'measured', 'MS05-019', '${run(21, 'a')}'),
      ('2026-01-03T00:00:00.000Z', 'Sato', 'rollouts', 'measured', 'MS05-019', '${run(22, 'a')}'),
      ('2026-01-04T00:00:00.000Z', 'Ito', 'rollouts', 'measured', 'MS05-019', '${run(23)}');
  `)
  await db.destroy()
  const store = kept.keep(await sqliteStore(directory))
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

it('what waits by the rule is rated again, with its parts and versions: how severe it is may not be known', async () => {
  const directory = await kept.freshDirectory()
  const file = new DatabaseSync(join(directory, databaseName))
  const db = kyselyOn(file)
  await migrate({ db, types: sqliteTypes }, '011-problems-that-are-known')
  const [known] = (await readContent()).bulletins
  const calm = { level: 'wait', basis: 'rule', why: { en: 'Not critical, and no reason for haste is known' } } as const
  const bulletin = (id: string, change: object) =>
    JSON.stringify({
      ...known,
      severity: null,
      exploit: 'unknown',
      disclosure: 'unknown',
      urgency: calm,
      ...change,
      id,
    })
  const documents = {
    'ADV-1': bulletin('ADV-1', {}),
    'ADV-2': bulletin('ADV-2', { disclosure: 'public' }),
    'ADV-3': bulletin('ADV-3', { urgency: { ...calm, basis: 'stated' } }),
    'ADV-4': bulletin('ADV-4', { severity: 3 }),
    'ADV-5': bulletin('ADV-5', { exploit: 'exploited', urgency: { ...calm, level: 'immediate' } }),
  }
  for (const [id, document] of Object.entries(documents)) {
    file.prepare('insert into bulletin values (?, ?)').run(id, '{}')
    file.prepare('insert into bulletin_document values (?, ?)').run(id, document)
    file.prepare('insert into part (bulletin_id, source, content) values (?, ?, ?)').run(id, 'a', document)
  }
  const version = 'insert into replaced (bulletin_id, until, document, changes) values (?, ?, ?, ?)'
  file.prepare(version).run('ADV-1', '2026-01-01T00:00:00.000Z', documents['ADV-1'], '[]')
  await db.destroy()
  const store = kept.keep(await sqliteStore(directory))
  const levels = await Promise.all(Object.keys(documents).map(async (id) => (await store.find(id))?.urgency.level))
  expect(levels).toEqual(['unrated', 'early', 'wait', 'wait', 'immediate'])
  expect((await store.find('ADV-4'))?.urgency.why.en).toMatch(/^Moderate, and /)
  expect((await store.find('ADV-3'))?.urgency.why).toEqual(calm.why)
  expect((await replacedBulletins(store, 'ADV-1')).map(({ bulletin: { urgency } }) => urgency.level)).toEqual([
    'unrated',
  ])
  const reader = new DatabaseSync(join(directory, databaseName), { readOnly: true })
  for (const query of ['select content as json from bulletin_source', 'select summary as json from bulletin'])
    expect(JSON.parse(String(reader.prepare(query).get()?.['json']))).toMatchObject({ urgency: { level: 'unrated' } })
  reader.close()
})

it('what a bulletin brings to install is kept beside it, also of those from before', async () => {
  const directory = await kept.freshDirectory()
  const file = new DatabaseSync(join(directory, databaseName))
  const db = kyselyOn(file)
  await migrate({ db, types: sqliteTypes }, '017-plain-names')
  const [known] = (await readContent()).bulletins
  if (known === undefined) throw new Error('no bulletin ships')
  file.prepare('insert into bulletin values (?, ?)').run(known.id, JSON.stringify(storedSummary(known)))
  file.prepare('insert into bulletin_document values (?, ?)').run(known.id, JSON.stringify(known))
  await db.destroy()
  const store = kept.keep(await sqliteStore(directory))
  expect((await Array.fromAsync(store.fixFacts())).flat()).toEqual([fixFactsOf(known)])
})

it('the releases of a bulletin are told by its document, also of those from before', async () => {
  const directory = await kept.freshDirectory()
  const file = new DatabaseSync(join(directory, databaseName))
  const db = kyselyOn(file)
  await migrate({ db, types: sqliteTypes }, '027-told-due-days')
  const [known] = (await readContent()).bulletins
  if (known === undefined) throw new Error('no bulletin ships')
  const [flaw] = known.vulnerabilities
  if (flaw === undefined) throw new Error('it has no vulnerability')
  const document = {
    ...known,
    id: 'KB1',
    source: { kind: 'msrc-cvrf' as const, document: '2031-Apr, 2031-Mar', retrievedAt: null },
    vulnerabilities: [{ ...flaw, exploit: 'exploited' as const, disclosure: 'public' as const }],
  }
  for (const each of [known, document]) {
    const summary = omitting(storedSummary(each), 'releases')
    const flaws = summary.vulnerabilities.map((of) => omitting(of, 'isExploited', 'isPublic'))
    file
      .prepare('insert into bulletin (id, summary, changed) values (?, ?, 0)')
      .run(each.id, JSON.stringify({ ...summary, vulnerabilities: flaws }))
    file.prepare('insert into bulletin_document values (?, ?)').run(each.id, JSON.stringify(each))
  }
  await db.destroy()
  const store = kept.keep(await sqliteStore(directory))
  expect(await store.summaries()).toEqual([storedSummary(document), storedSummary(known)])
  expect(storedSummary(document)).toMatchObject({
    releases: ['2031-03', '2031-04'],
    vulnerabilities: [{ isPublic: true }],
  })
})

it('pages about known issues that nobody has read are counted apart, but for those that the team has settled', async () => {
  const directory = await kept.freshDirectory()
  const file = new DatabaseSync(join(directory, databaseName))
  const db = kyselyOn(file)
  await migrate({ db, types: sqliteTypes }, '030-plans')
  const [known] = (await readContent()).bulletins
  if (known === undefined) throw new Error('no bulletin ships')
  const page = { kind: 'other', title: { en: 'A page' }, url: 'https://hotfix.example/1' } as const
  const issues = ['a', 'b'].map((id) => ({ id, title: { en: id }, platforms: [], references: [page] }))
  const document = {
    ...known,
    knownIssues: [...issues, { id: 'c', title: { en: 'c' }, platforms: [], references: [] }],
  }
  const before = { ...omitting(storedSummary(document), 'unreadIssues'), knownIssues: 2, tests: { passed: 7 } }
  file
    .prepare('insert into bulletin (id, summary, changed) values (?, ?, 0)')
    .run(known.id, JSON.stringify({ ...before, isExploited: true }))
  file.prepare('insert into bulletin_document values (?, ?)').run(known.id, JSON.stringify(document))
  const settled = JSON.stringify({ issue: 'a', title: { en: 'a' }, why: 'Read, and not ours' })
  const event = 'insert into event (at, actor, topic, action, bulletin_id, detail) values (?, ?, ?, ?, ?, ?)'
  file.prepare(event).run('2026-01-01T00:00:00.000Z', 'Ito', 'issues', 'resolved', known.id, settled)
  await db.destroy()
  const store = kept.keep(await sqliteStore(directory))
  const counts = { ...before, isExploited: true, knownIssues: 1, unreadIssues: 1 }
  expect(await store.summaries()).toEqual([counts])
  await store.lab.setIssueState(known.id, 'b', { state: 'resolved', why: 'Read, and not ours' }, 'Ito')
  expect((await store.summaries())[0]).not.toHaveProperty('unreadIssues')
})
