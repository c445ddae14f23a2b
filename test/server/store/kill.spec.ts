import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { readContent } from '../../../src/server/content.ts'
import { killFirstStart, killRounds } from '../../support/kill/rounds.ts'
import { freshDatabase } from '../../support/postgres.ts'
import { manyServers } from '../../support/server-process.ts'

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

describe.each(engines)('a server on $name that is killed', { timeout: 120_000 }, ({ isPostgres }) => {
  it('has lost nothing that it acknowledged, has nothing half, and starts again without repair', async () => {
    const { place, start } = await emptyPlace(isPostgres)
    const { answers, acknowledged, ...tally } = await killRounds(3, { place, ids, start })
    expect(tally).toMatchObject({ rounds: 3, lost: [], half: [], failedStarts: [] })
    expect(Object.values(acknowledged).reduce((sum, each) => sum + each)).toBe(answers['200'])
    expect(Object.keys(answers).filter((status) => !['200', '412', 'none'].includes(status))).toEqual([])
    expect(answers['200']).toBeGreaterThan(0)
  })

  it('does at its next start what its first one left undone', async () => {
    for (let round = 0; round < 4; round++) {
      const { spawn, start } = await emptyPlace(isPostgres)
      expect(await killFirstStart(spawn, start)).toBe(ids.length)
    }
  })
})
