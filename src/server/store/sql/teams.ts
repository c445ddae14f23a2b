import * as z from 'zod'
import { TeamNames, type Teams } from '../../../contract/teams.ts'
import type { TeamStore } from '../teams.ts'
import { recordOfNone } from './recording.ts'
import type { Access, Reader } from './tables.ts'

const Kept = z.object({ names: TeamNames })

/** The teams are what the last event of their topic says. */
export async function currentTeams(db: Reader): Promise<Teams> {
  const row = await db
    .selectFrom('event')
    .select(['id', 'detail'])
    .where('topic', '=', 'teams')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? { version: 0, names: [] }
    : { version: row.id, ...Kept.parse(JSON.parse(row.detail ?? 'null')) }
}

/** The teams, in a database. */
export const sqlTeams = ({ db, write, now }: Access): TeamStore => ({
  current: () => currentTeams(db),
  set: (version, names, who) =>
    write(async (tx) => {
      if ((await currentTeams(tx)).version !== version) return null
      await recordOfNone(tx, { at: now().toISOString(), who, topic: 'teams', what: 'set', detail: { names } })
      return currentTeams(tx)
    }),
})
