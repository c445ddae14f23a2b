import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { readContent } from '../../../src/server/content.ts'
import { times } from '../../support/chance.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { race } from '../../support/race/race.ts'
import { manyServers } from '../../support/server-process.ts'

const content = await readContent()
const ids = content.bulletins.slice(0, 5).map(({ id }) => id)
const postgres = inject('postgres')
const servers = manyServers()

afterEach(() => servers.killAll())

const engines = [
  { name: 'one server over SQLite', count: 1, isHere: true },
  { name: 'two servers on one PostgreSQL', count: 2, isHere: postgres !== null },
].filter(({ isHere }) => isHere)

describe.each(engines)('$name', { timeout: 60_000 * times }, ({ count }) => {
  it('lose no update, agree on every state, and tell their pages what others write', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hotfix-race-'))
    const address = count > 1 ? await freshDatabase(postgres ?? '') : undefined
    // All at once: each finds an empty database, or one that another is just filling.
    const all = await Promise.all(Array.from({ length: count }, () => servers.start(directory, address)))
    const { answers, events, won, faults } = await race(
      all.map(({ url }) => url),
      ids,
      2 * times,
    )
    expect(faults).toEqual([])
    expect(events).toBe(won)
    expect(Object.keys(answers).filter((answer) => !/, (200|201|204|412)$/.test(answer))).toEqual([])
    await servers.killAll()
    await rm(directory, { recursive: true })
  })
})
