import { tmpdir } from 'node:os'
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { readContent } from '../../../src/server/content.ts'
import { times } from '../../support/chance.ts'
import { outageRounds } from '../../support/kill/outage.ts'
import { freshDatabase, startPostgres, type Postgres } from '../../support/postgres.ts'
import { manyServers } from '../../support/server-process.ts'

const ids = (await readContent()).bulletins.map(({ id }) => id)
/** One to be killed, beside the one of all other tests. */
const own: Postgres | null = inject('postgres') === null ? null : await startPostgres()
const servers = manyServers()

afterEach(() => servers.killAll())
afterAll(() => own?.stop())

describe.skipIf(own === null)('a server whose PostgreSQL is killed', { timeout: 240_000 * times }, () => {
  it('says so while it is gone, goes on by itself once it is back, and has lost nothing that it acknowledged', async () => {
    if (own === null) throw new Error('PostgreSQL is needed')
    const address = await freshDatabase(own.url)
    const server = await servers.start(tmpdir(), address)
    const { answers, acknowledged, ...tally } = await outageRounds(2 * times, { postgres: own, address, ids, server })
    expect(tally).toMatchObject({ rounds: 2 * times, lost: [], half: [], failedStarts: [] })
    expect(Object.keys(answers).filter((status) => !['200', '201', '204', '412', '503'].includes(status))).toEqual([])
    expect(Object.values(acknowledged).reduce((sum, each) => sum + each)).toBe(
      ['200', '201', '204'].reduce((sum, status) => sum + (answers[status] ?? 0), 0),
    )
  })
})
