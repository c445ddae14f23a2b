import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql, type Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { readConfig } from '../../../src/server/config.ts'
import { readBackup, writeBackup } from '../../../src/server/backup/file.ts'
import { fill } from '../../../src/server/backup/fill.ts'
import { fillEmpty, readSnapshot } from '../../../src/server/backup/databases.ts'
import { keptIn } from '../../../src/server/backup/rows.ts'
import { configuredStore } from '../../../src/server/store/configured.ts'
import { databaseName, kyselyOn, sqliteTypes } from '../../../src/server/store/engines/sqlite.ts'
import { migrate } from '../../../src/server/store/open.ts'
import type { EarlierTables } from '../../../src/server/store/sql/migrations/earlier-tables.ts'
import { listing } from '../../support/listing.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const kept = putAwayAfterEach()

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

/** Fills a database of the time before ids changed: one product under two, and a team that knows it by one of them. */
async function fillFormer(db: Kysely<EarlierTables>) {
  const [adobe, other] = [
    'adobe.adobe-flash-player.windows-10-1607-x64',
    'other.adobe-flash-player.windows-10-1607-x64',
  ]
  const platforms = [before('windows-11.24h2', 'Windows 11 Version 24H2'), before(adobe, flash), before(other, flash)]
  for (const [position, platform] of platforms.entries())
    await db
      .insertInto('platform')
      .values({ id: platform.id, position, document: JSON.stringify(platform) })
      .execute()
  const { vulnerabilities, ...rest } = listing('KB1', ['CVE-2031-0001'])
  const bulletin: Bulletin = {
    ...rest,
    source: { kind: 'msrc-cvrf', document: '2031-Mar', retrievedAt: null },
    platforms: [
      { platform: adobe, rating: 3 },
      { platform: other, rating: 2 },
    ],
    vulnerabilities: vulnerabilities.map((flaw) => ({
      ...flaw,
      ratings: [
        { platform: adobe, rating: 3 },
        { platform: other, rating: 2 },
      ],
    })),
    packages: [{ name: 'KB1', platforms: [adobe, other], files: [] }],
  }
  const document = JSON.stringify(bulletin)
  await db
    .insertInto('bulletin')
    .values({ id: 'KB1', summary: JSON.stringify(summarise(bulletin)) })
    .execute()
  await db.insertInto('bulletin_document').values({ bulletin_id: 'KB1', document }).execute()
  const part = { bulletin_id: 'KB1', source: 'msrc-cvrf 2031-Mar', content: document }
  await db.insertInto('part').values(part).execute()
  const changes = JSON.stringify([{ kind: 'platform-added', of: [other] }])
  // A row as it was before days of versions were kept beside them.
  await sql`insert into replaced (bulletin_id, until, document, changes)
    values ('KB1', '2031-03-12T00:00:00.000Z', ${document}, ${changes})`.execute(db)
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
  const said = { at: '2031-03-12T00:00:00.000Z', who: 'Ito' }
  await db
    .insertInto('event')
    .values([
      { ...said, topic: 'fleet', what: 'set', bulletin_id: null, detail: JSON.stringify({ lines }) },
      { ...said, topic: 'lab', what: 'recorded', bulletin_id: 'KB1', detail: JSON.stringify(test) },
    ])
    .execute()
}

describe.each(engines(kept))('a backup of before ids of platforms changed, in $name', ({ place }) => {
  it('restores with the ids of now: for bulletins with the worst rating, for the team with its machines and tests', async () => {
    const directory = await kept.freshDirectory()
    const db = kyselyOn<EarlierTables>(new DatabaseSync(join(directory, databaseName)))
    await migrate({ db, types: sqliteTypes }, '009-keys')
    await fillFormer(db)
    await db.destroy()
    const file = join(await kept.freshDirectory(), 'kept.jsonl.gz')
    await readSnapshot({ databaseUrl: null, dataDirectory: directory }, async (old) =>
      writeBackup(file, await keptIn(old, 'the directory', new Date())),
    )
    const there = readConfig(await place())
    const backup = await readBackup(file)
    await fillEmpty(there, (target) => fill(target, backup))
    const store = kept.keep(await configuredStore(there))

    const now = 'adobe-flash-player.windows-10-1607-x64'
    const rating = { platform: now, rating: 2 }
    expect(await store.find('KB1')).toMatchObject({
      platforms: [rating],
      vulnerabilities: [{ ratings: [rating] }],
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
