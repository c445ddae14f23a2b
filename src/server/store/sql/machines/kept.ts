/** What is on file of machines, as rows. */
import type { Attempt } from '../../../../contract/machines.ts'
import { attemptResults } from '../../../../contract/machines.ts'
import * as z from 'zod'
import { MachineReport } from '../../../../domain/machines/report.ts'
import { nothingShown, type FirstShown } from '../../../../domain/machines/shown.ts'
import type { MachineFacts } from '../../../../domain/machines/fold.ts'
import type { MachineTimeline } from '../../machines.ts'
import { inBatches } from '../recording.ts'
import type { Reader, Tables } from '../tables.ts'

const Times = z.record(z.string(), z.string())
const Shown = z.object({ fixes: Times, days: Times, builds: Times })
const Outcome = z.enum(attemptResults)

export type MachineOnFile = {
  id: number
  key: string
  name: string
  profile: number
  hash: string
  facts: MachineFacts
  lastSeen: string | null
  reports: MachineReport[]
  shown: FirstShown
  attempts: Attempt[]
}

/** Facts are written by this server only, from what was checked: they are read as they are, since there are many. */
export const machineFactsIn = (facts: string): MachineFacts => JSON.parse(facts) as MachineFacts

const attemptOf = ({ fix, at, outcome, code }: Omit<Tables['attempt'], 'machine_id'>): Attempt => ({
  fix,
  at,
  outcome: Outcome.parse(outcome),
  ...(code !== null && { code }),
})

type Row = {
  id: number
  name_key: string
  name: string
  profile_id: number
  last_seen: string | null
  hash: string
  facts: string
}

/** What is known over time of the machines of these ids, by them. */
async function timesOf(db: Reader, ids: readonly number[]) {
  const shown = await db.selectFrom('machine_shown').selectAll().where('machine_id', 'in', ids).execute()
  const attempts = await db
    .selectFrom('attempt')
    .selectAll()
    .where('machine_id', 'in', ids)
    .orderBy('at')
    .orderBy('fix')
    .orderBy('outcome')
    .execute()
  const attemptsOf = Map.groupBy(attempts, ({ machine_id }) => machine_id)
  const shownOf = new Map(shown.map(({ machine_id, content }) => [machine_id, content]))
  return (id: number) => {
    const content = shownOf.get(id)
    return {
      shown: content === undefined ? nothingShown : Shown.parse(JSON.parse(content)),
      attempts: (attemptsOf.get(id) ?? []).map(attemptOf),
    }
  }
}

/** Puts to machines what is in their other tables. */
async function whole(db: Reader, rows: readonly Row[]): Promise<MachineOnFile[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const times = await timesOf(db, ids)
  const reports = await db
    .selectFrom('machine_report')
    .selectAll()
    .where('machine_id', 'in', ids)
    .orderBy('kind')
    .execute()
  const reportsOf = Map.groupBy(reports, ({ machine_id }) => machine_id)
  return rows.map(({ id, name_key, name, profile_id, last_seen, hash, facts }) => ({
    id,
    key: name_key,
    name,
    profile: profile_id,
    hash,
    facts: machineFactsIn(facts),
    lastSeen: last_seen,
    reports: (reportsOf.get(id) ?? []).map((row) => MachineReport.parse(JSON.parse(row.content))),
    ...times(id),
  }))
}

/** What is known over time of those of these machines that are on file. */
export async function timelinesOf(db: Reader, ids: readonly number[]): Promise<MachineTimeline[]> {
  const rows = await db.selectFrom('machine').selectAll().where('id', 'in', ids).orderBy('id').execute()
  const times = await timesOf(db, ids)
  return rows.map(({ id, name, profile_id, last_seen }) => ({
    id,
    name,
    profile: profile_id,
    lastSeen: last_seen,
    ...times(id),
  }))
}

const withFacts = (db: Reader) =>
  db
    .selectFrom('machine')
    .innerJoin('machine_profile', 'machine_profile.id', 'machine.profile_id')
    .select(['machine.id', 'name_key', 'name', 'profile_id', 'last_seen', 'hash', 'facts'])

/** The machines of these names, by `machineKey`. */
export async function machinesByKey(db: Reader, keys: readonly string[]): Promise<Map<string, MachineOnFile>> {
  const found = new Map<string, MachineOnFile>()
  for (const batch of inBatches(keys)) {
    const rows = await withFacts(db).where('name_key', 'in', batch).execute()
    for (const machine of await whole(db, rows)) found.set(machine.key, machine)
  }
  return found
}

export async function machineWithId(db: Reader, id: number): Promise<MachineOnFile | null> {
  const [found] = await whole(db, await withFacts(db).where('machine.id', '=', id).execute())
  return found ?? null
}
