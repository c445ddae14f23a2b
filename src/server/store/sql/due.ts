import * as z from 'zod'
import { DueException, DuePolicy, type KeptDuePolicy } from '../../../contract/due.ts'
import { FleetLine } from '../../../contract/fleet.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import { defaultPolicy } from '../../../domain/due/policy.ts'
import { serverZone } from '../../server-zone.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { DueStore, KeptException } from '../due.ts'
import { bulletinExists } from './bulletin-exists.ts'
import { allFacts } from './due-facts.ts'
import { lastOf } from './events.ts'
import { pagesAfter } from './pages.ts'
import { presentOf } from './present-platforms.ts'
import { appendOnce, lastSaid, neverSaid, writeDown } from './recording.ts'
import type { Access, Reader, Tx } from './tables.ts'

const Kept = z.object({ ...DueException.shape, knew: z.array(z.string()) })

/** The policy is what the last event says that set one. */
async function policyIn(tx: Reader): Promise<KeptDuePolicy> {
  const { detail, ...set } = (await lastSaid(tx, 'due', 'policy-set')) ?? neverSaid
  return { ...set, ...(detail === null ? defaultPolicy(serverZone) : DuePolicy.parse(detail)) }
}

async function exceptionOf(tx: Reader, bulletin: string): Promise<KeptException | null> {
  const row = await tx
    .selectFrom('due_exception')
    .select('exception')
    .where('bulletin_id', '=', bulletin)
    .executeTakeFirst()
  return row === undefined ? null : Kept.parse(JSON.parse(row.exception))
}

async function keep(tx: Tx, kept: KeptException): Promise<void> {
  const exception = JSON.stringify(kept)
  await tx
    .insertInto('due_exception')
    .values({ bulletin_id: kept.bulletin, exception })
    .onConflict((conflict) => conflict.column('bulletin_id').doUpdateSet({ exception }))
    .execute()
}

const Lines = z.object({ lines: z.array(FleetLine) })

/** Fleets that are read at a time: each may have thousands of lines. */
const fleetsAtOnce = 20

async function reachableSince(db: Reader): Promise<ReadonlyMap<PlatformId, string>> {
  const since = new Map<PlatformId, string>()
  const rows = db
    .selectFrom('event')
    .select(['id', 'at', 'detail'])
    .where('topic', '=', 'fleet')
    .where('detail', 'like', '%"reachable":"yes"%')
    .orderBy('id')
    .limit(fleetsAtOnce)
  const readAfter = (last: number) => rows.where('id', '>', last).execute()
  for await (const page of pagesAfter(0, readAfter, (end) => end.id))
    for (const { at, detail } of page) {
      for (const { platform, reachable } of Lines.parse(JSON.parse(detail ?? 'null')).lines)
        if (reachable === 'yes' && !since.has(platform)) since.set(platform, at)
      await yieldToEventLoop()
    }
  const present = await presentOf(db, [...since.keys()])
  return new Map(Array.from(since, ([platform, at]) => [present(platform), at]))
}

/** Due days, in a database. */
export const sqlDue = ({ db, write, now }: Access): Omit<DueStore, 'noteDays'> => ({
  policy: () => policyIn(db),
  setPolicy: (version, policy, who) =>
    write(async (tx) => {
      if ((await policyIn(tx)).version !== version) return null
      await writeDown(tx, { at: now().toISOString(), who, topic: 'due', what: 'policy-set', detail: policy })
      return policyIn(tx)
    }),
  facts: () => allFacts(db),
  async exceptions() {
    const rows = await db.selectFrom('due_exception').select('exception').orderBy('bulletin_id').execute()
    return rows.map(({ exception }) => Kept.parse(JSON.parse(exception)))
  },
  exception: (bulletin) => exceptionOf(db, bulletin),
  extend: (bulletin, { version, first, until, reason, knew }, who) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return { outcome: 'missing' }
      const before = await exceptionOf(tx, bulletin)
      if ((before?.version ?? 0) !== version) return { outcome: 'conflict', exception: before }
      const at = now().toISOString()
      const renewals = before === null ? 0 : before.renewals + 1
      const detail = { first: before?.first ?? first, from: before?.until ?? null, until, reason, renewals }
      const what = before === null ? 'extended' : 'renewed'
      const id = await appendOnce(tx, at, { who, topic: 'due', what, bulletin, detail })
      const made = { bulletin, version: id, first: detail.first, until, reason, by: who, at, renewals, ended: null }
      await keep(tx, { ...made, knew: [...knew] })
      return { outcome: 'saved', exception: made }
    }),
  endException: (bulletin, who) =>
    write(async (tx) => {
      const before = await exceptionOf(tx, bulletin)
      if (before === null || before.ended !== null) return null
      const at = now().toISOString()
      const detail = { first: before.first, until: before.until }
      const version = await appendOnce(tx, at, { who, topic: 'due', what: 'ended', bulletin, detail })
      const after = { ...before, version, ended: { by: who, at } }
      await keep(tx, after)
      return after
    }),
  reachableSince: () => reachableSince(db),
  version: () => lastOf(db, ['due']),
})
