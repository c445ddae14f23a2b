import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { readContent } from '../../../src/server/content.ts'
import { sqliteStore } from '../../../src/server/store/engines/sqlite.ts'
import { below, times } from '../../support/chance.ts'
import { killFirstStart, killRounds } from '../../support/kill/rounds.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { manyServers, run } from '../../support/server-process.ts'

const content = await readContent()
const ids = content.bulletins.map(({ id }) => id)
const postgres = inject('postgres')
const directories: string[] = []
const servers = manyServers()

afterEach(async () => {
  await servers.killAll()
  await Promise.all(directories.splice(0).map((directory) => rm(directory, { recursive: true })))
})

/** A place for data that is still empty, and servers on it. */
async function emptyPlace(isPostgres: boolean) {
  const directory = await mkdtemp(join(tmpdir(), 'hotfix-kill-'))
  directories.push(directory)
  const address = isPostgres ? await freshDatabase(postgres ?? '') : undefined
  return {
    place: { directory, address },
    spawn: () => servers.spawn(directory, address),
    start: () => servers.start(directory, address),
  }
}

const engines = [
  { name: 'SQLite', isPostgres: false, isHere: true },
  { name: 'PostgreSQL', isPostgres: true, isHere: postgres !== null },
].filter(({ isHere }) => isHere)

describe.each(engines)('a server on $name that is killed', { timeout: 120_000 * times }, ({ isPostgres }) => {
  it('has lost nothing that it acknowledged, has nothing half, and starts again without repair', async () => {
    const { place, start } = await emptyPlace(isPostgres)
    const { answers, acknowledged, ...tally } = await killRounds(3 * times, { place, ids, start })
    expect(tally).toMatchObject({ rounds: 3 * times, lost: [], half: [], failedStarts: [] })
    expect(Object.values(acknowledged).reduce((sum, each) => sum + each)).toBe(
      ['200', '201', '204'].reduce((sum, status) => sum + (answers[status] ?? 0), 0),
    )
    expect(Object.keys(answers).filter((status) => !['200', '201', '204', '412', 'none'].includes(status))).toEqual([])
    expect(answers['200']).toBeGreaterThan(0)
  })

  it('does at its next start what its first one left undone', async () => {
    for (let round = 0; round < 4 * times; round++) {
      const { spawn, start } = await emptyPlace(isPostgres)
      expect(await killFirstStart(spawn, start)).toBe(ids.length)
    }
  })
})

describe('a process that is killed while it writes', { timeout: 120_000 * times }, () => {
  it('loses nothing that was acknowledged, and its store opens again without repair', async () => {
    const { place } = await emptyPlace(false)
    const acknowledged: string[] = []
    const ends: (number | string | null)[] = []
    const rounds = 20 * times
    for (let round = 0; round < rounds; round++) {
      const writer = run('test/support/seed-one-by-one.ts', {}, [place.directory, String(round)])
      const before = acknowledged.length + 1 + below(ids.length - 1)
      while (acknowledged.length < before) {
        const { value } = await writer.lines.next()
        if (value === undefined) throw new Error(writer.stderr())
        acknowledged.push(value)
      }
      writer.process.kill('SIGKILL')
      ends.push(await writer.ended)
    }
    // A fast one may be done before what it has written is read here.
    expect(ends.filter((end) => end !== 0 && end !== 'SIGKILL')).toEqual([])
    expect(ends).toContain('SIGKILL')
    const store = await sqliteStore(place.directory)
    const kept = new Set((await store.summaries()).map(({ id }) => id))
    const whole = await Promise.all(acknowledged.map(async (id) => (await store.find(id))?.id))
    await store.close()
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(whole).toEqual(acknowledged)
    expect(acknowledged.length).toBeGreaterThanOrEqual(rounds)
  })
})
