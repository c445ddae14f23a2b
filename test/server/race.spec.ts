import { tmpdir } from 'node:os'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { readContent } from '../../src/server/content.ts'
import { freshDatabase } from '../support/postgres.ts'
import { race } from '../support/race.ts'
import { startServer, type Server } from '../support/server-process.ts'

const content = await readContent()
const ids = content.bulletins.slice(0, 5).map(({ id }) => id)
const postgres = inject('postgres')
const started: Server[] = []

afterEach(async () => {
  for (const { process, ended } of started.splice(0)) {
    process.kill('SIGKILL')
    await ended
  }
})

describe.skipIf(postgres === null)('two servers on one database', { timeout: 60_000 }, () => {
  it('lose no update, agree on every state, and tell their pages what the other one writes', async () => {
    const address = await freshDatabase(postgres ?? '')
    const start = async () => {
      const server = await startServer(tmpdir(), address)
      started.push(server)
      return server.url
    }
    // Both at once: each finds an empty database, or one that the other is just filling.
    const urls = await Promise.all([start(), start()])
    const { answers, events, won, faults } = await race(urls, ids, 3)
    expect(faults).toEqual([])
    expect(events).toBe(won)
    expect(Object.keys(answers).toSorted()).toEqual(['200', '412'])
  })
})
