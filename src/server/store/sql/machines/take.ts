/** Puts reports and attempts to the machines that are on file. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Attempt } from '../../../../contract/machines.ts'
import { foldMachine, newestOfEachKind } from '../../../../domain/machines/fold.ts'
import { machineKey, type MachineReport } from '../../../../domain/machines/report.ts'
import { nothingShown, withShown } from '../../../../domain/machines/shown.ts'
import { yieldToEventLoop } from '../../../yield-to-event-loop.ts'
import type { TakenMachines } from '../../machines.ts'
import { inBatches } from '../recording.ts'
import type { Tx } from '../tables.ts'
import { machinesByKey, type MachineOnFile } from './kept.ts'

/** What comes in of one machine. */
export type Incoming = { name: string; reports: readonly MachineReport[]; attempts: readonly Attempt[] }

/** Reports that are looked at, and machines that are put to those on file, between two pauses. */
const atOnce = { reports: 2000, machines: 150 }

/** What comes in, each machine once whatever the case of its name. */
export async function byMachine(
  reports: readonly MachineReport[],
  attempts: readonly (Attempt & { machine: string })[],
) {
  const incoming = new Map<string, { name: string; reports: MachineReport[]; attempts: Attempt[] }>()
  const of = (name: string) => {
    const key = machineKey(name)
    const known = incoming.get(key) ?? { name, reports: [], attempts: [] }
    // Of several spellings always the same one, whichever comes first.
    if (name < known.name) known.name = name
    incoming.set(key, known)
    return known
  }
  for (const [at, report] of reports.entries()) {
    const machine = of(report.name)
    machine.reports.push(report)
    for (const { kb, ...attempt } of report.attempts ?? []) machine.attempts.push({ fix: kb, ...attempt })
    if (at % atOnce.reports === atOnce.reports - 1) await yieldToEventLoop()
  }
  for (const { machine, ...attempt } of attempts) of(machine).attempts.push(attempt)
  return incoming
}

const keyOf = ({ fix, at, outcome }: Attempt) => JSON.stringify([fix, at, outcome])

/** Each attempt once; of two codes always the same one is kept. Moments in one form, so that they can be compared as text. */
function joinedAttempts(all: readonly Attempt[]): Attempt[] {
  const joined = new Map<string, Attempt>()
  for (const given of all) {
    const attempt = { ...given, at: new Date(given.at).toISOString() }
    const known = joined.get(keyOf(attempt))
    if (known === undefined || (attempt.code ?? '') > (known.code ?? '')) joined.set(keyOf(attempt), attempt)
  }
  return [...joined.values()]
}

/** Moments in one form, as attempts have them. */
const inOneForm = (report: MachineReport): MachineReport =>
  report.seenAt === null ? report : { ...report, seenAt: new Date(report.seenAt).toISOString() }

function joined(before: MachineOnFile | undefined, { name, reports: given, attempts }: Incoming) {
  const reports = given.map(inOneForm)
  const all = joinedAttempts([...(before?.attempts ?? []), ...attempts])
  const kept = newestOfEachKind([...(before?.reports ?? []), ...reports])
  const spelling = before !== undefined && before.reports.length === 0 && before.name < name ? before.name : name
  const folded = foldMachine(kept, all, spelling)
  const facts = JSON.stringify(folded.facts)
  const hash = createHash('sha256').update(facts).digest('base64url')
  return {
    before,
    reports: kept,
    attempts: all,
    shown: withShown(before?.shown ?? nothingShown, reports),
    folded,
    facts,
    hash,
  }
}
type Joined = ReturnType<typeof joined>

async function putProfiles(tx: Tx, machines: readonly Joined[]): Promise<Map<string, number>> {
  const facts = new Map(machines.map((machine) => [machine.hash, machine.facts]))
  await tx
    .insertInto('machine_profile')
    .values(Array.from(facts, ([hash, content]) => ({ hash, facts: content })))
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
  const rows = await tx
    .selectFrom('machine_profile')
    .select(['id', 'hash'])
    .where('hash', 'in', [...facts.keys()])
    .execute()
  return new Map(rows.map(({ id, hash }) => [hash, id]))
}

async function putMachines(tx: Tx, machines: ReadonlyMap<string, Joined>): Promise<Map<string, number>> {
  const profiles = await putProfiles(tx, [...machines.values()])
  const rows = await tx
    .insertInto('machine')
    .values(
      Array.from(machines, ([key, { folded, hash }]) => ({
        name_key: key,
        name: folded.name,
        profile_id: profiles.get(hash) ?? 0,
        last_seen: folded.lastSeen,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('name_key').doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        profile_id: row.ref('excluded.profile_id'),
        last_seen: row.ref('excluded.last_seen'),
      })),
    )
    .returning(['id', 'name_key'])
    .execute()
  return new Map(rows.map(({ id, name_key }) => [name_key, id]))
}

async function putRest(tx: Tx, machines: readonly (Joined & { id: number })[]): Promise<void> {
  const reports = machines.flatMap(({ id, reports: own }) =>
    own.map((report) => ({ machine_id: id, kind: report.kind, content: JSON.stringify(report) })),
  )
  for (const batch of inBatches(reports))
    await tx
      .insertInto('machine_report')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['machine_id', 'kind']).doUpdateSet((row) => ({ content: row.ref('excluded.content') })),
      )
      .execute()
  await tx
    .insertInto('machine_shown')
    .values(machines.map(({ id, shown }) => ({ machine_id: id, content: JSON.stringify(shown) })))
    .onConflict((conflict) =>
      conflict.column('machine_id').doUpdateSet((row) => ({ content: row.ref('excluded.content') })),
    )
    .execute()
  const attempts = machines.flatMap(({ id, attempts: own, before }) => {
    const known = new Map(before?.attempts.map((attempt) => [keyOf(attempt), attempt.code]))
    return own
      .filter((attempt) => !known.has(keyOf(attempt)) || known.get(keyOf(attempt)) !== attempt.code)
      .map(({ fix, at, outcome, code = null }) => ({ machine_id: id, fix, at, outcome, code }))
  })
  for (const batch of inBatches(attempts))
    await tx
      .insertInto('attempt')
      .values(batch)
      .onConflict((conflict) =>
        conflict
          .columns(['machine_id', 'fix', 'at', 'outcome'])
          .doUpdateSet((row) => ({ code: row.ref('excluded.code') })),
      )
      .execute()
}

/** Profiles of which no machine is left. */
export async function dropUnusedProfiles(tx: Tx): Promise<void> {
  await tx
    .deleteFrom('machine_profile')
    .where((is) =>
      is.not(
        is.exists(
          is.selectFrom('machine').select('machine.id').whereRef('machine.profile_id', '=', 'machine_profile.id'),
        ),
      ),
    )
    .execute()
}

/** Puts what comes in to what is on file; nothing of it is written where nothing changes. */
export async function putIncoming(tx: Tx, incoming: ReadonlyMap<string, Incoming>): Promise<TakenMachines> {
  const taken = { machines: incoming.size, added: 0, changed: 0, unchanged: 0 }
  const entries = [...incoming]
  for (let from = 0; from < entries.length; from += atOnce.machines) {
    const batch = entries.slice(from, from + atOnce.machines)
    const known = await machinesByKey(
      tx,
      batch.map(([key]) => key),
    )
    const all = batch.map(([key, machine]) => [key, joined(known.get(key), machine)] as const)
    const isSame = ({ before, folded, hash, reports, attempts, shown }: Joined) =>
      before !== undefined &&
      before.hash === hash &&
      before.name === folded.name &&
      before.lastSeen === folded.lastSeen &&
      isDeepStrictEqual(
        [before.attempts.length, before.shown, new Set(before.reports)],
        [attempts.length, shown, new Set(reports)],
      )
    const changed = new Map(all.filter(([, machine]) => !isSame(machine)))
    taken.added += all.filter(([, { before }]) => before === undefined).length
    taken.changed += all.filter(([, { before, hash }]) => before !== undefined && before.hash !== hash).length
    await yieldToEventLoop()
    if (changed.size === 0) continue
    const ids = await putMachines(tx, changed)
    await putRest(
      tx,
      Array.from(changed, ([key, machine]) => ({ ...machine, id: ids.get(key) ?? 0 })),
    )
    await yieldToEventLoop()
  }
  await dropUnusedProfiles(tx)
  return { ...taken, unchanged: taken.machines - taken.added - taken.changed }
}
