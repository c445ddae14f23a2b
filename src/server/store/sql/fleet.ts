import * as z from 'zod'
import { CheckedMachine } from '../../../contract/coverage.ts'
import { FleetLine, lineKey, type Fleet } from '../../../contract/fleet.ts'
import { WaveMeasurement, type MeasuredRollout } from '../../../contract/rollouts.ts'
import { latest } from '../../../domain/fleet/coverage.ts'
import { joinedFleet, typedFleet } from '../../../domain/fleet/joined.ts'
import { machineKey } from '../../../domain/machines/report.ts'
import { joinedLines } from '../../../domain/fleet/lines.ts'
import type { FleetStore } from '../fleet.ts'
import { noteAffected } from './fleet-exposure.ts'
import { platformAnswers, reportedLines } from './machines/profiles.ts'
import { presentOf } from './present-platforms.ts'
import { appendOnce, lastSaid, neverSaid, writeDown, type NewEvent } from './recording.ts'
import type { Access, Reader } from './tables.ts'
import { bulletinExists } from './bulletin-exists.ts'

const Lines = z.object({ lines: z.array(FleetLine) })
const Reported = z.object({ machines: z.array(CheckedMachine) })
const isReported = ({ reported }: FleetLine) => reported === true

const Withdrawn = z.object({ of: z.int() })

/** The lines by the platforms of now: two that have become one are joined. */
async function onPresentPlatforms(tx: Reader, lines: readonly FleetLine[]): Promise<FleetLine[]> {
  const present = await presentOf(
    tx,
    lines.map(({ platform }) => platform),
  )
  const known = new Map<string, FleetLine>()
  for (const line of lines) {
    const moved = { ...line, platform: present(line.platform) }
    const same = known.get(lineKey(moved))
    known.set(lineKey(moved), same === undefined ? moved : joinedLines(same, moved))
  }
  return [...known.values()]
}

/** The typed fleet is what the last event of its topic says. */
async function typedFleetIn(tx: Reader): Promise<Fleet> {
  const { detail, ...set } = (await lastSaid(tx, 'fleet')) ?? neverSaid
  const { lines } = detail === null ? { lines: [] } : Lines.parse(detail)
  return { ...set, lines: await onPresentPlatforms(tx, lines) }
}

/** The typed fleet with the machines that report in place of its lines. A later change of these makes another version of it. */
async function fleetWith(tx: Reader, reportedIn: () => Promise<FleetLine[]>): Promise<Fleet> {
  const typed = await typedFleetIn(tx)
  const last = await lastSaid(tx, 'machines')
  if (last === null) return typed
  const { version, at, by } = last.version > typed.version ? last : typed
  return { version, at, by, lines: joinedFleet(typed.lines, await reportedIn()) }
}

/** The fleet as it is in a transaction. */
export const currentFleet = (tx: Reader): Promise<Fleet> =>
  fleetWith(tx, () => reportedLines(tx, () => platformAnswers(tx)))

/** The measured rollouts, without those that were taken back. */
async function rollouts(tx: Reader): Promise<MeasuredRollout[]> {
  const rows = await tx.selectFrom('event').selectAll().where('topic', '=', 'rollouts').orderBy('id').execute()
  const detailOf = ({ detail }: (typeof rows)[number]): unknown => JSON.parse(detail ?? 'null')
  const withdrawn = new Set(
    rows.filter(({ action }) => action === 'withdrawn').map((row) => Withdrawn.parse(detailOf(row)).of),
  )
  return rows
    .filter(({ id, action }) => action === 'measured' && !withdrawn.has(id))
    .map((row) => ({
      id: row.id,
      by: row.actor,
      bulletin: row.bulletin_id ?? '',
      ...WaveMeasurement.parse(detailOf(row)),
    }))
}

/** Fleet and measured rollouts, in a database: both are what the events add up to. */
export const sqlFleet = ({ db, write, now }: Access, reported: () => Promise<FleetLine[]>): FleetStore => ({
  current: () => fleetWith(db, reported),
  set: (version, lines, who) =>
    write(async (tx) => {
      const before = await currentFleet(tx)
      if (before.version !== version) return null
      const kept = typedFleet((await typedFleetIn(tx)).lines, lines, before.lines.filter(isReported))
      await writeDown(tx, { at: now().toISOString(), who, topic: 'fleet', what: 'set', detail: { lines: kept } })
      const after = await currentFleet(tx)
      await noteAffected(tx, after.version, before.lines, after.lines)
      return after
    }),
  async coverage(bulletin) {
    const rows = await db
      .selectFrom('event')
      .select('detail')
      .where('bulletin_id', '=', bulletin)
      .where('topic', '=', 'coverage')
      .orderBy('id')
      .execute()
    return latest(rows.map(({ detail }) => Reported.parse(JSON.parse(detail ?? 'null')).machines))
  },
  async checkedAt(bulletin) {
    const rows = await db
      .selectFrom('event')
      .select(['at', 'detail'])
      .where('bulletin_id', '=', bulletin)
      .where('topic', '=', 'coverage')
      .orderBy('id')
      .execute()
    return new Map(
      rows.flatMap(({ at, detail }) =>
        Reported.parse(JSON.parse(detail ?? 'null')).machines.map(({ name }) => [machineKey(name), at] as const),
      ),
    )
  },
  async reported() {
    const rows = await db.selectFrom('event').select('bulletin_id').where('topic', '=', 'coverage').distinct().execute()
    return new Set(rows.flatMap(({ bulletin_id }) => bulletin_id ?? []))
  },
  report: (bulletin, machines, who, key) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return false
      const detail = { machines: [...machines] }
      await appendOnce(tx, now().toISOString(), { who, topic: 'coverage', what: 'reported', bulletin, detail, key })
      return true
    }),
  rollouts: () => rollouts(db),
  record: (bulletin, detail, who, key) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return null
      const event: NewEvent = { who, topic: 'rollouts', what: 'measured', bulletin, detail, key }
      return { id: await appendOnce(tx, now().toISOString(), event), by: who, bulletin, ...detail }
    }),
  withdraw: (id, who) =>
    write(async (tx) => {
      const run = (await rollouts(tx)).find((each) => each.id === id)
      if (run === undefined) return false
      const [at, detail] = [now().toISOString(), { of: id }]
      await writeDown(tx, { at, who, topic: 'rollouts', what: 'withdrawn', bulletin: run.bulletin, detail })
      return true
    }),
})
