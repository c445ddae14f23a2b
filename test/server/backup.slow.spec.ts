import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { readConfig } from '../../src/server/config.ts'
import { readContent } from '../../src/server/content.ts'
import { readBackup, writeBackup } from '../../src/server/backup/file.ts'
import { fill } from '../../src/server/backup/fill.ts'
import { fillEmpty, readSnapshot } from '../../src/server/backup/databases.ts'
import { keptIn, type Head, type KeptRow } from '../../src/server/backup/rows.ts'
import { keeping, backedUpTables } from '../../src/server/backup/tables.ts'
import { configuredStore } from '../../src/server/store/configured.ts'
import { databaseName } from '../../src/server/store/engines/sqlite.ts'
import type { Store } from '../../src/server/store/store.ts'
import { generate } from '../bench/generate.ts'
import { run, startServer } from '../support/server-process.ts'
import { engines, putAwayAfterEach, type Place } from '../support/stores.ts'
import { replacedBulletins } from '../support/versions.ts'

const kept = putAwayAfterEach()
const content = await readContent()
const made = generate({ bulletins: 150, platforms: 30, cvesPerBulletin: 3 })
const all = engines(kept)
const [sqlite] = all
if (sqlite === undefined) throw new Error('SQLite is always here')
const pairs = all.flatMap((from) => all.map((to) => ({ from, to, names: `${from.name} to ${to.name}` })))

const open = async (place: Place) => kept.keep(await configuredStore(readConfig(place)))

async function command(name: 'backup' | 'restore' | 'move', place: Record<string, string>, ...given: string[]) {
  const running = run(`src/server/cli/${name}.ts`, place, given)
  const out: string[] = []
  for (let next = await running.lines.next(); next.done !== true; next = await running.lines.next())
    out.push(next.value)
  return { code: await running.ended, out: out.join('\n'), stderr: running.stderr() }
}

const freshFile = async () => join(await kept.freshDirectory(), 'kept.jsonl.gz')

/** What the commands do, in this process: to start one takes longer than its work. */
async function backUp(place: Place, file: string) {
  await readSnapshot(readConfig(place), async (db) => writeBackup(file, await keptIn(db, 'here', new Date())))
}

async function backedUp(place: Place): Promise<string> {
  const file = await freshFile()
  await backUp(place, file)
  return file
}

async function restore(file: string, place: Place) {
  const backup = await readBackup(file)
  await fillEmpty(readConfig(place), (target) => fill(target, backup))
}

/** Whether a place is as it was before anything came into it. */
async function isEmpty(place: Place): Promise<boolean> {
  const files = await readdir(place.DATA_DIR)
  if (!('DATABASE_URL' in place)) return files.every((name) => name === 'lock.sqlite')
  const client = new pg.Client({ connectionString: place.DATABASE_URL })
  await client.connect()
  const { rows } = await client.query('select tablename from pg_tables where schemaname = current_schema()')
  await client.end()
  return rows.length === 0 && files.length === 0
}

/** All that a store answers. */
async function allOf(store: Store) {
  const bulletins = await Array.fromAsync(store.bulletins())
  const ids = bulletins.map(({ id }) => id)
  return {
    bulletins,
    summaries: await store.summaries(),
    history: await Promise.all(ids.map((id) => replacedBulletins(store, id))),
    events: await Promise.all(ids.map((id) => store.events.of(id))),
    triage: await store.triage.since(0),
    sources: await store.sources.list(),
    seen: await store.sources.seen('a'),
    platforms: await store.platforms(),
    version: await store.version(),
    people: await store.access.people(),
    password: await store.access.find('Ito'),
    tokens: await store.access.tokens(),
    token: await store.access.token('hash of a token'),
    audit: await store.access.audit(null, 1000),
    // A restored hash opens the same address.
    privateFeed: await store.privateFeeds.find('hash of a private address', 'accounts'),
    told: await store.calendars.tell({ plan: 1 }, []),
  }
}

const [first, second] = made.bulletins
if (first === undefined || second === undefined) throw new Error('two bulletins are needed')
const revised = (day: string) => ({ ...first, updatedOn: day, severity: 1 as const, title: { en: `As of ${day}` } })

const dueOn = (on: string) => ({ kind: 'due' as const, uid: `due ${on}`, on, bulletins: [], count: 0 })

/** Puts something into every table. */
const fillIn = async (store: Store): Promise<Store> => {
  await store.seed(content)
  await store.save(made, 'test')
  await store.save({ platforms: [], bulletins: [revised('2027-01-01')] }, 'test')
  await store.save({ platforms: [], bulletins: [revised('2027-01-02')] }, 'test')
  const [{ cve } = { cve: null }] = second.vulnerabilities
  await store.saveKnownExploited([{ cve: cve ?? '', addedOn: '2026-05-15', ransomware: false }], 'test')
  const source = { url: 'https://a.example/', isOn: true, everyHours: 6 as const, since: null, isShipped: false }
  await store.sources.set('a', { title: 'A', ...source })
  await store.sources.see('a', 'https://a.example/1', {
    updated: null,
    validators: { etag: '"1"', lastModified: null },
    problem: null,
  })
  await store.access.set('Ito', { role: 'admin', password: 'hash of a password' }, 'test')
  await store.access.set('Gone', { role: 'viewer', password: 'hash of another' }, 'test')
  await store.access.remove('Gone', 'test')
  const person = await store.access.find('Ito')
  if (person === null) throw new Error('a person is needed')
  const session = { hash: 'hash of a session', way: 'accounts', address: null }
  await store.access.startSession(person, { ...session, expiresAt: '2099-01-01T00:00:00.000Z' })
  await store.access.addToken(
    { title: 'for a report', role: 'viewer', days: 90 },
    'hash of a token',
    '2099-01-01T00:00:00.000Z',
    'Ito',
  )
  await store.privateFeeds.make(
    { name: 'Outlook', kind: 'calendar', search: '', parts: ['due'], language: 'ja' },
    'hash of a private address',
    { owner: { person: person.id }, way: 'accounts', who: 'Ito' },
  )
  await store.calendars.tell({ plan: 1 }, [dueOn('2027-01-01')])
  await store.calendars.tell({ plan: 1 }, [])
  await store.triage.set([{ id: first.id, version: 0, ...defaultState, status: 'planned', note: '次の火曜日' }], 'Ito')
  await store.events.addComment('MS05-019', 'Port 443 is **open**.', 'Sato')
  await store.events.addComment('MS05-019', 'This is taken back.', 'Ito')
  await store.events.retractComment('MS05-019', await store.events.last(), 'Ito')
  return store
}

const filled = async (place: Place) => fillIn(await open(place))

/** Works on a store that nobody has open afterwards. */
async function withStore<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await configuredStore(readConfig(place))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Texts that are hard to keep; those that are drawn are one, since each is written by itself. */
const hardTexts = [
  '\0',
  '\u001F\u007F\u0085',
  '\uD800',
  '\uDFFF x',
  '👩‍🚒 \u2028\u2029',
  String.raw`\u0000 "\ `,
  '\r\n',
  '\uFEFF',
  fc.sample(fc.string({ unit: 'binary' }), 200).join(' '),
]

describe.each(pairs)('a backup from $names', ({ from, to }) => {
  it('brings back everything and any text, while its store is in use, and numbers go on after the largest', async () => {
    const [here, there] = [await from.place(), await to.place()]
    const store = await filled(here)
    // Who has written is the shorter text.
    for (const text of hardTexts)
      await store.events.addComment(first.id, `x${text}`, text.replaceAll('\0', '').slice(0, 100))
    const before = await allOf(store)
    await restore(await backedUp(here), there)
    const after = await open(there)
    expect(await allOf(after)).toEqual(before)
    expect([before.seen.size, before.people.length, before.tokens.length]).toEqual([1, 1, 1])
    expect([before.privateFeed?.feed.name, before.told[0]?.sequence]).toEqual(['Outlook', 1])
    // Whoever was signed in signs in again.
    expect(await after.access.session('hash of a session', 'accounts')).toBeNull()
    expect(before.history.flat().map(({ bulletin: { id } }) => id)).toContain(first.id)

    const [last, replaced] = [await store.events.last(), (await store.versions(first.id)).length]
    await after.events.addComment(first.id, 'The next one.', 'Ito')
    expect(await after.events.last()).toBe(last + 1)
    await after.save({ platforms: [], bulletins: [revised('2027-01-03')] }, 'test')
    const versions = await after.versions(first.id)
    expect(versions).toHaveLength(replaced + 1)
    expect(versions[1]?.updatedOn).toBe('2027-01-02')
  })
})

describe.each(all)('the commands on $name', ({ place }) => {
  it('say what they have written and filled', async () => {
    const [here, there] = [await place(), await place()]
    await withStore(here, (store) => store.seed(content))
    const file = await freshFile()
    const written = await command('backup', here, file)
    expect(written).toMatchObject({ code: 0, stderr: '' })
    expect(written.out).toMatch(/^backed up [\d,]+ rows in \d+ tables to .*kept\.jsonl\.gz \(0\.\d MB\)$/)
    const restored = await command('restore', there, file)
    expect(restored).toMatchObject({ code: 0, stderr: '' })
    expect(restored.out).toMatch(
      /^restored [\d,]+ rows in \d+ tables from .*kept\.jsonl\.gz into .*, as they were on 20/,
    )
    expect(await (await open(there)).summaries()).toHaveLength(content.bulletins.length)
  })
})

describe.each(all)('a backup of $name', ({ place }) => {
  it('is one moment, while others write', async () => {
    const [here, there] = [await place(), await place()]
    const store = await open(here)
    await store.save(made, 'test')
    const ids = made.bulletins.map(({ id }) => id)
    let written = 0
    const write = async () => {
      const changes = await Promise.all(
        [0, 1, 2].map(async (at) => {
          const id = ids[(written + at) % ids.length] ?? ''
          const { version } = (await store.triage.find(id)) ?? { version: 0 }
          return { id, version, ...defaultState, note: `write ${written}` }
        }),
      )
      await store.triage.set(changes, 'Ito')
      written++
    }
    for (let before = 0; before < 50; before++) await write()
    const writing = async function* (rows: AsyncIterable<KeptRow>) {
      let read = 0
      for await (const row of rows) {
        if (read++ % 10 === 0) await write()
        yield row
      }
    }
    const file = await freshFile()
    await readSnapshot(readConfig(here), async (db) => {
      const { head, rows } = await keptIn(db, 'here', new Date())
      await writeBackup(file, { head, rows: writing(rows) })
    })
    await restore(file, there)
    const restored = await open(there)
    const last = await restored.events.last()
    const events = async (of: Store) => (await Promise.all(ids.map((id) => of.events.of(id)))).flat()
    const [kept, live] = [await events(restored), await events(store)]
    expect(kept).toEqual(live.filter(({ id }) => id <= last))
    const states = new Map<string, unknown>()
    for (const event of kept.toSorted((a, b) => a.id - b.id))
      if (event.topic === 'triage') states.set(event.bulletin, { version: event.id, ...event.detail.to })
    const triage = await restored.triage.since(0)
    expect(new Map(triage.map(({ id, by: _by, at: _at, ...state }) => [id, state]))).toEqual(states)
    expect(live.length).toBeGreaterThan(kept.length + 100)
  })

  it('is refused where there is nothing, in one sentence, and leaves no file', async () => {
    const file = await freshFile()
    await expect(backUp(await place(), file)).rejects.toThrow(
      /^.* (holds nothing of HotFix Report|has no database; set DATA_DIR .*)$/,
    )
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
  })
})

const headLine: Head = {
  format: 'hotfix-report-backup',
  version: 1,
  product: '0.1.0',
  madeAt: '2026-11-23T08:00:00.000Z',
  migrations: ['001-baseline'],
  tables: ['bulletin', 'event'],
}

describe('the file of a backup', () => {
  it('gives back every row as it was, whatever its texts and numbers are', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\uD800', '\0'),
      fc.integer(),
      fc.constant(null),
    )
    const row = fc.dictionary(fc.stringMatching(/^[a-z][a-z_]{0,8}$/), value, { noNullPrototype: true })
    await fc.assert(
      fc.asyncProperty(fc.array(row), fc.array(row), async (bulletins, events) => {
        const given: KeptRow[] = [
          ...bulletins.map((row) => ({ table: 'bulletin', row })),
          ...events.map((row) => ({ table: 'event', row })),
        ]
        const file = await freshFile()
        await writeBackup(file, { head: headLine, rows: asGiven(given) })
        const { head, rows } = await readBackup(file)
        expect(head).toEqual(headLine)
        expect(await Array.fromAsync(rows)).toEqual(given)
      }),
      { numRuns: 50 },
    )
  })

  it('is whole or not there', async () => {
    const file = await freshFile()
    const broken = async function* (): AsyncGenerator<KeptRow> {
      yield { table: 'bulletin', row: { id: 'A' } }
      throw new Error('the database has gone')
    }
    await expect(writeBackup(file, { head: headLine, rows: broken() })).rejects.toThrow('the database has gone')
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
  })

  it('is never written over another one, finished or not', async () => {
    const [file, other] = [await freshFile(), await freshFile()]
    await writeFile(file, 'precious')
    await writeFile(`${other}.part`, 'half')
    const written = (to: string) => writeBackup(to, { head: headLine, rows: asGiven([]) })
    await expect(written(file)).rejects.toThrow(/is there already and is not overwritten; name another file/)
    await expect(written(other)).rejects.toThrow(/part is there already: .*remove it/)
    expect([await readFile(file, 'utf8'), await readFile(`${other}.part`, 'utf8')]).toEqual(['precious', 'half'])
  })
})

async function* asGiven<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

/** Lines as a file, with the end that belongs to them. */
function sealed(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `${line}\n`).join('')
  const { tables } = JSON.parse(lines[0] ?? '') as Head
  const rows = Object.fromEntries(
    tables.map((table) => [table, lines.filter((line) => line.startsWith(`{"table":"${table}"`)).length]),
  )
  const sha256 = createHash('sha256').update(text).digest('hex')
  return gzipSync(`${text}${JSON.stringify({ rows, sha256 })}\n`)
}

const unsealed = (lines: readonly string[]) => gzipSync(lines.map((line) => `${line}\n`).join(''))
const withHead = (lines: readonly string[], change: object) => [
  JSON.stringify({ ...(JSON.parse(lines[0] ?? '') as Head), ...change }),
  ...lines.slice(1, -1),
]
const swapped = (lines: readonly string[]) => [...lines.slice(0, 1), ...lines.slice(1, -1).toReversed()]

const refusals: { why: string; says: RegExp; spoil: (lines: string[], whole: Buffer) => Buffer }[] = [
  { why: 'is empty', says: /is cut off|is no backup/, spoil: () => Buffer.alloc(0) },
  { why: 'is something else', says: /is no backup/, spoil: () => Buffer.from('not a backup') },
  { why: 'is another JSON', says: /is no backup of HotFix Report/, spoil: () => gzipSync('{"a":1}\n') },
  { why: 'is cut off', says: /is cut off; use another/, spoil: (_, whole) => whole.subarray(0, -100) },
  {
    why: 'is cut off after a line',
    says: /is cut off; use another/,
    spoil: (lines) => unsealed(lines.slice(0, -1)),
  },
  {
    why: 'has a damaged byte',
    says: /damaged|changed/,
    spoil: (_, whole) => Buffer.concat([whole.subarray(0, 2000), Buffer.from([0xff, 0x00]), whole.subarray(2002)]),
  },
  {
    why: 'has a changed text',
    says: /has been changed: its checksum differs/,
    spoil: (lines) => unsealed(lines.map((line) => line.replace('Ito', 'Eto'))),
  },
  {
    why: 'lacks a row',
    says: /has been changed: its checksum differs/,
    spoil: (lines) => unsealed(lines.filter((_, at) => at !== lines.length - 2)),
  },
  {
    why: 'counts other rows',
    says: /has been changed: line \d+ counts other rows/,
    spoil: (lines) => unsealed(lines.map((line) => line.replace('"triage":1', '"triage":2'))),
  },
  {
    why: 'is out of order',
    says: /has been changed: line \d+ is not in order/,
    spoil: (lines) => sealed(swapped(lines)),
  },
  {
    why: 'has a line that is no row',
    says: /has been changed: line 3 is not as it was written/,
    spoil: (lines) => unsealed(lines.toSpliced(2, 0, '{"a":1}')),
  },
  {
    why: 'goes on behind its end',
    says: /has been changed: line \d+ is behind the end/,
    spoil: (lines) => unsealed([...lines, '{"a":1}']),
  },
  {
    why: 'is of a newer format',
    says: /is of a newer version of HotFix Report \(format 2\); use that one/,
    spoil: (lines) => sealed(withHead(lines, { version: 2, more: true })),
  },
  {
    why: 'has a migration that is not known',
    says: /is of a newer version of HotFix Report \(999-later is not known here\); use that one/,
    spoil: (lines) => {
      const { migrations } = JSON.parse(lines[0] ?? '') as Head
      return sealed(withHead(lines, { migrations: [...migrations, '999-later'] }))
    },
  },
  {
    why: 'has a row that nothing belongs to',
    says: /the database does not take a row of bulletin_document: .*foreign key/i,
    spoil: (lines) => sealed(lines.slice(0, -1).filter((line) => !line.startsWith('{"table":"bulletin",'))),
  },
]

describe.each(all)('into $name', ({ place }) => {
  it('nothing comes of a file that is not as it was written, nor does that stand in the way of a better one', async () => {
    const source = await sqlite.place()
    const store = await open(source)
    await store.seed({ platforms: [], bulletins: content.bulletins.slice(0, 5) })
    const id = content.bulletins[0]?.id ?? ''
    await store.triage.set([{ id, version: 0, ...defaultState, note: 'seen' }], 'Ito')
    const file = await backedUp(source)
    const whole = await readFile(file)
    const lines = gunzipSync(whole).toString().trimEnd().split('\n')
    const empty = await place()
    for (const { why, says, spoil } of refusals) {
      await writeFile(file, spoil(lines, whole))
      const message = await restore(file, empty).then(
        () => 'restored',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      )
      expect(message, `a file that ${why}`).toMatch(says)
      expect(message).not.toContain('\n')
      expect(await isEmpty(empty), `a file that ${why}`).toBe(true)
    }
    await writeFile(file, whole)
    await restore(file, empty)
    expect(await (await open(empty)).triage.since(0)).toEqual(await store.triage.since(0))
  })

  it('nothing is restored where something is already, and that stays as it is', async () => {
    const [here, there] = [await place(), await place()]
    await open(here)
    const file = await backedUp(here)
    await withStore(there, (store) => store.seed(content))
    await expect(restore(file, there)).rejects.toThrow(
      /^.* (has a database already; set DATA_DIR|is not empty; make a new one and set DATABASE_URL) .*$/,
    )
    expect(await (await open(there)).summaries()).toHaveLength(content.bulletins.length)
  })
})

describe('a directory', () => {
  it('can be backed up while a server runs on it, and not restored into', async () => {
    const [here, there] = [await sqlite.place(), await sqlite.place()]
    const server = await startServer(here.DATA_DIR)
    try {
      const file = await backedUp(here)
      await restore(file, there)
      const refused = await command('restore', here, file)
      expect([refused.code, refused.out]).toEqual([1, ''])
      expect(refused.stderr).toMatch(/^.* is in use by another HotFix Report.*\n$/)
      expect(await (await open(there)).summaries()).toHaveLength(content.bulletins.length)
    } finally {
      server.process.kill('SIGTERM')
      await server.ended
    }
  })

  it('in which a restore was killed is still empty', async () => {
    const [here, there] = [await sqlite.place(), await sqlite.place()]
    await open(here)
    await writeFile(join(there.DATA_DIR, 'restoring.sqlite'), 'half of a database')
    await restore(await backedUp(here), there)
    expect((await readdir(there.DATA_DIR)).toSorted()).toEqual([databaseName, 'lock.sqlite'])
  })

  it('with a log that has lost its database is not empty', async () => {
    const [here, there] = [await sqlite.place(), await sqlite.place()]
    await open(here)
    await writeFile(join(there.DATA_DIR, `${databaseName}-wal`), '')
    await expect(restore(await backedUp(here), there)).rejects.toThrow('has a database already')
  })
})

const postgres = all.find(({ name }) => name === 'PostgreSQL')

describe.skipIf(postgres === undefined)('a move to PostgreSQL', () => {
  const place = async () => {
    const there = await postgres?.place()
    if (there === undefined || !('DATABASE_URL' in there)) throw new Error('PostgreSQL is needed')
    return there
  }
  const digest = async (directory: string) =>
    createHash('sha256')
      .update(await readFile(join(directory, databaseName)))
      .digest('hex')

  it('brings everything there, shows both sides, and leaves the directory as it was', async () => {
    const there = await place()
    const here = { DATA_DIR: there.DATA_DIR }
    const before = await withStore(here, async (store) => allOf(await fillIn(store)))
    const bytes = await digest(here.DATA_DIR)
    const { code, out, stderr } = await command('move', there)
    expect([code, stderr]).toEqual([0, ''])
    const lines = out.split('\n')
    expect(lines[0]).toMatch(/^table +rows +in SQLite +rows +in PostgreSQL$/)
    expect(lines.filter((line) => /^\w+ +([\d,]+) +([0-9a-f]{12}) +\1 +\2$/.test(line))).toHaveLength(
      backedUpTables.length,
    )
    expect(lines.at(-1)).toMatch(/^moved [\d,]+ rows in \d+ tables from .*, which is as it was, to/)
    expect(await allOf(await open(there))).toEqual(before)
    expect(await digest(here.DATA_DIR)).toBe(bytes)
    expect(await allOf(await open(here))).toEqual(before)
  })

  it('is refused while a server holds the directory', async () => {
    const there = await place()
    await open({ DATA_DIR: there.DATA_DIR })
    const { code, stderr } = await command('move', there)
    expect([code, stderr]).toEqual([1, expect.stringContaining('is in use by another HotFix Report; stop that one')])
  })

  it('is refused where the database is not empty, is not named, or there is nothing to move', async () => {
    const there = await place()
    expect((await command('move', there)).stderr).toMatch(/has no database; set DATA_DIR/)
    await withStore({ DATA_DIR: there.DATA_DIR }, async () => {})
    expect((await command('move', { DATA_DIR: there.DATA_DIR })).stderr).toMatch(/^DATABASE_URL is not set; .*\n$/)
    await withStore(there, async () => {})
    expect((await command('move', there)).stderr).toMatch(/is not empty; make a new one/)
  })

  it('leaves nothing behind when PostgreSQL cannot keep a text, and names its table', async () => {
    const there = await place()
    await withStore({ DATA_DIR: there.DATA_DIR }, async (store) => {
      await store.seed(content)
      await store.events.addComment('MS05-019', 'by a strange name', 'I\0to')
    })
    const { code, stderr } = await command('move', there)
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^the database does not take a row of event: .*0x00\n$/)])
    const client = new pg.Client({ connectionString: there.DATABASE_URL })
    await client.connect()
    const { rowCount } = await client.query('select from pg_tables where schemaname = current_schema()')
    await client.end()
    expect(rowCount).toBe(0)
  })
})

describe('the list of what is kept', () => {
  it('names each table with its primary key, behind those that it refers to', async () => {
    const { DATA_DIR } = await sqlite.place()
    await open({ DATA_DIR })
    const file = new DatabaseSync(join(DATA_DIR, databaseName), { readOnly: true })
    const tables = Object.keys(keeping)
    const inDatabase = file.prepare(`select name from sqlite_schema where type = 'table'`).all()
    // SQLite's own, Kysely's own, and the index of texts, which is made from the rest.
    const isOurs = (name: string) => !/^(sqlite|kysely|passage_gram)/.test(name)
    const ours = inDatabase.map(({ name }) => String(name)).filter(isOurs)
    expect(ours.toSorted()).toEqual(tables.toSorted())
    for (const { table, key } of backedUpTables) {
      const columns = file.prepare(`select name from pragma_table_info(?) where pk > 0 order by pk`).all(table)
      expect([table, columns.map(({ name }) => name)]).toEqual([table, key])
      const referred = file.prepare(`select "table" as name from pragma_foreign_key_list(?)`).all(table)
      const kept = backedUpTables.map((each) => each.table)
      for (const { name } of referred) {
        expect(kept.slice(0, kept.indexOf(table))).toContain(name)
      }
    }
    file.close()
  })
})

describe.each(['backup', 'restore', 'move'] as const)('npm run %s', (name) => {
  it('says how it is used, when asked and when asked wrongly', async () => {
    const place = await sqlite.place()
    const asked = await command(name, place, '--help')
    expect([asked.code, asked.stderr, asked.out]).toEqual([0, '', expect.stringContaining(`npm run ${name}`)])
    // All of them read what they are given in one way.
    for (const given of name === 'backup' ? [['a', 'b'], ['--unknown']] : [['a', 'b']])
      expect(await command(name, place, ...given)).toEqual({ code: 2, out: '', stderr: `${asked.out}\n` })
    expect(await isEmpty(place)).toBe(true)
  })
})
