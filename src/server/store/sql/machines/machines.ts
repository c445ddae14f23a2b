import { createHash } from 'node:crypto'
import * as z from 'zod'
import { Retention } from '../../../../contract/machines.ts'
import type { FleetLine } from '../../../../contract/fleet.ts'
import { daysFrom } from '../../../../domain/due/days.ts'
import { machineKey } from '../../../../domain/machines/report.ts'
import type { MachineHistory, MachineStore, TakenMachines } from '../../machines.ts'
import { IdempotencyKeyReused } from '../../idempotency-key-reused.ts'
import { lastOf } from '../events.ts'
import { currentFleet } from '../fleet.ts'
import { noteAffected } from '../fleet-exposure.ts'
import { pagesAfter } from '../pages.ts'
import { eventUnder, inBatches, lastSaid, writeDown, rowsAtOnce } from '../recording.ts'
import type { Access, Reader, Tx } from '../tables.ts'
import { forgetMachines } from './forget.ts'
import { machinesByKey, machineWithId, timelinesOf, type MachineOnFile } from './kept.ts'
import type { Profiles } from './profiles.ts'
import { byMachine, putIncoming, type Incoming } from './take.ts'

const Taken = z.object({ digest: z.string(), machines: z.int(), added: z.int(), changed: z.int(), unchanged: z.int() })

/** What tells two deliveries apart without saying what is in them. */
const digestOf = (content: unknown) => createHash('sha256').update(JSON.stringify(content)).digest('base64url')

const historyOf = ({ key: _key, hash: _hash, ...history }: MachineOnFile): MachineHistory => history

/** The retention is what the last event says that set one. */
async function retentionIn(db: Reader): Promise<Retention> {
  const set = await lastSaid(db, 'machines', 'retention-set')
  return set === null ? { days: null } : Retention.parse(set.detail)
}

const platformsOf = (lines: readonly FleetLine[]) => new Set(lines.map(({ platform }) => platform))

/** Machines that report, in a database. */
export function sqlMachines({ db, write, now }: Access, profiles: Profiles): MachineStore {
  type Delivery = {
    what: 'taken' | 'attempted'
    who: string
    about: object
    content: unknown
    key?: string | undefined
  }

  /** Puts a delivery to what is on file, with its event; gives what it came to the first time, where it is sent again. */
  const deliver = ({ what, who, about, content, key }: Delivery, incoming: ReadonlyMap<string, Incoming>) =>
    write(async (tx): Promise<TakenMachines> => {
      // Nobody asks for that of a delivery without a key, and a file may be large.
      const digest = key === undefined ? '' : digestOf(content)
      if (key !== undefined) {
        const made = await eventUnder(tx, who, key)
        if (made !== undefined) {
          const read = Taken.safeParse(JSON.parse(made.detail ?? 'null'))
          if (made.topic !== 'machines' || made.action !== what || read.data?.digest !== digest)
            throw new IdempotencyKeyReused(key)
          const { digest: _, ...taken } = read.data
          return taken
        }
      }
      const before = await currentFleet(tx)
      const taken = await putIncoming(tx, incoming)
      const detail = { ...about, ...taken, digest }
      const id = await writeDown(tx, { at: now().toISOString(), who, topic: 'machines', what, detail, key })
      const after = await currentFleet(tx)
      const isNew = platformsOf(after.lines).difference(platformsOf(before.lines)).size > 0
      if (isNew) await noteAffected(tx, id, before.lines, after.lines)
      return taken
    })

  const noteDeleted = (tx: Tx, who: string, what: 'deleted' | 'aged-out', detail: object) =>
    writeDown(tx, { at: now().toISOString(), who, topic: 'machines', what, detail })

  return {
    take: async (kind, reports, who, key) =>
      deliver({ what: 'taken', who, about: { kind }, content: [kind, reports], key }, await byMachine(reports, [])),
    async attempt(attempts, who, key) {
      const incoming = await byMachine([], attempts)
      const { machines } = await deliver(
        { what: 'attempted', who, about: { attempts: attempts.length }, content: attempts, key },
        incoming,
      )
      return { machines, attempts: attempts.length }
    },
    async known(names) {
      const found = await machinesByKey(db, [...new Set(names.map(machineKey))])
      return new Map(Array.from(found, ([key, machine]) => [key, historyOf(machine)]))
    },
    version: () => lastOf(db, ['machines']),
    profiles: profiles.pages,
    async *list() {
      const rows = db
        .selectFrom('machine')
        .selectAll()
        .orderBy('name_key')
        .limit(2 * rowsAtOnce)
      const readAfter = (last: string) => rows.where('name_key', '>', last).execute()
      for await (const page of pagesAfter('', readAfter, (end) => end.name_key))
        yield page.map(({ id, name, profile_id: profile, last_seen: lastSeen }) => ({ id, name, profile, lastSeen }))
    },
    async find(id) {
      const found = await machineWithId(db, id)
      return found === null ? null : historyOf(found)
    },
    async *timelines(ids) {
      for (const batch of inBatches(ids.toSorted((a, b) => a - b))) yield await timelinesOf(db, batch)
    },
    remove: (id, who) =>
      write(async (tx) => {
        const row = await tx.selectFrom('machine').select('name_key').where('id', '=', id).executeTakeFirst()
        if (row === undefined) return false
        await forgetMachines(tx, [row.name_key])
        await noteDeleted(tx, who, 'deleted', { machine: id })
        return true
      }),
    forget: (name, who) =>
      write(async (tx) => {
        const key = machineKey(name)
        const row = await tx.selectFrom('machine').select('id').where('name_key', '=', key).executeTakeFirst()
        if (!(await forgetMachines(tx, [key]))) return false
        await noteDeleted(tx, who, 'deleted', { machine: row?.id ?? null })
        return true
      }),
    retention: () => retentionIn(db),
    setRetention: ({ days }, who) =>
      write(async (tx) => {
        const at = now().toISOString()
        await writeDown(tx, { at, who, topic: 'machines', what: 'retention-set', detail: { days } })
      }),
    async ageOut() {
      const { days } = await retentionIn(db)
      if (days === null) return 0
      const before = daysFrom(now(), -days)
      const old = await db
        .selectFrom('machine')
        .select('id')
        .where('last_seen', '<', before)
        .limit(1)
        .executeTakeFirst()
      if (old === undefined) return 0
      return write(async (tx) => {
        const rows = await tx.selectFrom('machine').select('name_key').where('last_seen', '<', before).execute()
        await forgetMachines(
          tx,
          rows.map(({ name_key }) => name_key),
        )
        await noteDeleted(tx, 'retention', 'aged-out', { machines: rows.length })
        return rows.length
      })
    },
  }
}
