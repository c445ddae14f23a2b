import * as z from 'zod'
import { TeamNames, type Teams } from '../../../contract/teams.ts'
import type { TeamStore } from '../teams.ts'
import { lastSaid, writeDown } from './recording.ts'
import type { Access, Reader } from './tables.ts'

const Kept = z.object({ names: TeamNames })

/** The teams are what the last event of their topic says. */
export async function currentTeams(db: Reader): Promise<Teams> {
  const set = await lastSaid(db, 'teams')
  return set === null ? { version: 0, names: [] } : { version: set.version, ...Kept.parse(set.detail) }
}

/** The teams, in a database. */
export const sqlTeams = ({ db, write, now }: Access): TeamStore => ({
  current: () => currentTeams(db),
  set: (version, names, who) =>
    write(async (tx) => {
      if ((await currentTeams(tx)).version !== version) return null
      await writeDown(tx, { at: now().toISOString(), who, topic: 'teams', what: 'set', detail: { names } })
      return currentTeams(tx)
    }),
})
