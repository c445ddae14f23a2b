import { tmpdir } from 'node:os'
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

describe.skipIf(postgres === null)('two servers on one database', { timeout: 60_000 * times }, () => {
  it('lose no update, agree on every state, and tell their pages what the other one writes', async () => {
    const address = await freshDatabase(postgres ?? '')
    // Both at once: each finds an empty database, or one that the other is just filling.
    const both = await Promise.all([servers.start(tmpdir(), address), servers.start(tmpdir(), address)])
    const { answers, events, won, faults } = await race(
      both.map(({ url }) => url),
      ids,
      3 * times,
    )
    expect(faults).toEqual([])
    expect(events).toBe(won)
    expect(Object.keys(answers).filter((answer) => !/, (200|201|412)$/.test(answer))).toEqual([])
  })
})
