import { HoldEvent, type Hold, type HoldSaid, type NewHold } from '../../../contract/holds.ts'
import { holdsFrom } from '../../../domain/holds/fold.ts'
import type { HoldStore } from '../holds.ts'
import { bulletinExists } from './bulletin-exists.ts'
import { lastOf } from './events.ts'
import { presentOf } from './present-platforms.ts'
import { appendAnyOnce } from './recording.ts'
import type { Access, Reader, Tx } from './tables.ts'

async function eventsIn(db: Reader): Promise<HoldEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['id', 'at', 'actor', 'action', 'detail'])
    .where('topic', '=', 'holds')
    .orderBy('id')
    .execute()
  return rows.map(({ id, at, actor, action, detail }) =>
    HoldEvent.parse({ id, at, who: actor, what: action, detail: JSON.parse(detail ?? 'null') as unknown }),
  )
}

/** The holds by the platforms of now: some that were two may have become one. */
async function holdsIn(db: Reader): Promise<Hold[]> {
  const holds = holdsFrom(await eventsIn(db))
  const present = await presentOf(
    db,
    holds.flatMap(({ platforms }) => platforms),
  )
  return holds.map((hold) => ({ ...hold, platforms: [...new Set(hold.platforms.map(present))] }))
}

const findIn = async (db: Reader, id: number) => (await holdsIn(db)).find((hold) => hold.id === id)

async function missingOf(tx: Tx, { bulletins }: NewHold): Promise<string[]> {
  const missing: string[] = []
  for (const id of bulletins ?? []) if (!(await bulletinExists(tx, id))) missing.push(id)
  return missing
}

type Said = { who: string; what: HoldEvent['what']; detail: HoldSaid; key?: string | undefined }

/** Holds, in a database: they are what the events add up to. */
export function sqlHolds({ db, write, now }: Access): HoldStore {
  /** A hold on one bulletin is part of that one's history. */
  const say = (tx: Tx, { detail, ...said }: Said) => {
    const [only = null, ...others] = detail.bulletins ?? []
    const bulletin = others.length === 0 ? only : null
    return appendAnyOnce(tx, now().toISOString(), { ...said, topic: 'holds', bulletin, detail })
  }

  async function saved(tx: Tx, id: number) {
    const hold = await findIn(tx, id)
    if (hold === undefined) throw new Error(`hold ${id} is not there after it was written`)
    return { outcome: 'saved' as const, hold }
  }

  /** Writes what becomes of a hold that a person has seen as `version`. */
  const change = (id: number, version: number, said: (before: Hold) => Said) =>
    write(async (tx) => {
      const before = await findIn(tx, id)
      if (before === undefined) return { outcome: 'missing' as const }
      if (before.version !== version) return { outcome: 'conflict' as const, hold: before }
      if (before.ended !== null) return { outcome: 'over' as const, hold: before }
      await say(tx, said(before))
      return saved(tx, id)
    })

  const scopeOf = ({ bulletins, platforms, roles }: Hold) => ({ bulletins, platforms, roles })
  return {
    all: () => holdsIn(db),
    set: ({ bulletins, platforms, roles, until, reason }, who, key) =>
      write(async (tx) => {
        const missing = await missingOf(tx, { bulletins, platforms, roles, until, reason })
        if (missing.length > 0) return { outcome: 'missing', bulletins: missing }
        const detail = { hold: null, bulletins, platforms, roles, from: null, until, reason, renewals: 0 }
        return saved(tx, await say(tx, { who, what: 'set', detail, key }))
      }),
    renew: (id, { version, until, reason }, who) =>
      change(id, version, (before) => ({
        who,
        what: 'renewed',
        detail: { hold: id, ...scopeOf(before), from: before.until, until, reason, renewals: before.renewals + 1 },
      })),
    end: (id, { version, why }, who) =>
      change(id, version, (before) => ({
        who,
        what: 'ended',
        detail: {
          hold: id,
          ...scopeOf(before),
          from: before.until,
          until: before.until,
          reason: why,
          renewals: before.renewals,
        },
      })),
    version: () => lastOf(db, ['holds']),
  }
}
