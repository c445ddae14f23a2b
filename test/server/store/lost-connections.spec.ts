import pg from 'pg'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { buildApp } from '../../../src/server/app.ts'
import { readContent } from '../../../src/server/content.ts'
import { postgresStore, writersLock } from '../../../src/server/store/engines/postgres.ts'
import { isPassing } from '../../../src/server/store/engines/unavailable.ts'
import { freshDatabase } from '../../support/postgres.ts'

const server = inject('postgres')
const content = await readContent()

async function open() {
  const url = await freshDatabase(server ?? '')
  const [store, other] = [await postgresStore(url), new pg.Client({ connectionString: url })]
  await store.seed({ ...content, bulletins: content.bulletins.slice(0, 1) })
  await other.connect()
  onTestFinished(async () => {
    await other.end()
    await store.close()
  })
  const count = async (where: string) => {
    const sql = `select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${where}`
    return (await other.query<{ count: number }>(sql)).rows[0]?.count ?? -1
  }
  return {
    store,
    other,
    listeners: () => count(`query like 'listen%'`),
    /** Ends all connections but this one, as a database does that is stopped. */
    cutOff: () =>
      other.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
  }
}

const id = content.bulletins[0]?.id ?? ''
const said = (version: number, note: string) => [{ id, version, ...defaultState, note }]

describe.runIf(server !== null)('a database that goes away', () => {
  it('takes nobody down: what was under way fails, and what comes after it is done', async () => {
    const { store, other, cutOff } = await open()
    await other.query('select pg_advisory_lock($1)', [writersLock])
    const held = store.triage.set(said(0, 'first'), 'Ito').catch((error: unknown) => error)
    const behind = store.triage.set(said(0, 'second'), 'Ito')
    await expect
      .poll(
        async () => (await other.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).rowCount,
      )
      .toBe(1)
    await cutOff()
    await other.query('select pg_advisory_unlock($1)', [writersLock])
    expect(isPassing(await held)).toBe(true)
    expect(await behind).toMatchObject({ outcome: 'saved' })
    expect(await store.triage.find(id)).toMatchObject({ note: 'second' })
  })

  it('is listened to again by one connection, and what was missed is told', async () => {
    const { store, listeners, cutOff } = await open()
    await expect.poll(listeners).toBe(1)
    let told = 0
    store.events.listen(() => told++)
    await cutOff()
    await expect.poll(() => told).toBeGreaterThan(0)
    await cutOff()
    await expect.poll(listeners).toBe(1)
  })

  it('is told to callers as passing', async () => {
    const { store, other } = await open()
    const app = buildApp({ store })
    await other.query('select pg_advisory_lock($1)', [writersLock])
    const response = app.request(`/api/bulletins/${id}/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"hello"}',
    })
    await expect
      .poll(
        async () => (await other.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).rowCount,
      )
      .toBe(1)
    await other.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and not granted`)
    const { status, headers } = await response
    expect([status, headers.get('retry-after')]).toEqual([503, '5'])
  })
})

describe.runIf(server !== null)('writers that wait for a lock', () => {
  it('leave readers their connections', async () => {
    const { store, other } = await open()
    await other.query('select pg_advisory_lock($1)', [writersLock])
    const writes = Array.from({ length: 30 }, (_, at) => store.events.addComment(id, `text ${at}`, 'Ito'))
    expect(await store.find(id)).not.toBeNull()
    await other.query('select pg_advisory_unlock($1)', [writersLock])
    expect(new Set((await Promise.all(writes)).filter((number) => number !== null)).size).toBe(30)
    expect((await store.events.of(id)).filter(({ topic }) => topic === 'discussion')).toHaveLength(30)
  })
})

describe('an error of the database', () => {
  it.each([
    { error: Object.assign(new Error('terminating connection'), { code: '57P01' }), is: true },
    { error: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), is: true },
    { error: new Error('Connection terminated unexpectedly'), is: true },
    { error: Object.assign(new Error('duplicate key'), { code: '23505' }), is: false },
    { error: new Error('anything else'), is: false },
    { error: 'a text', is: false },
  ])('passes or is a fault of ours: $error', ({ error, is }) => expect(isPassing(error)).toBe(is))
})
