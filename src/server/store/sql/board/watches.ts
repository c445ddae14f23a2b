/** What people watch, and up to where they have read what concerns them. */
import type { ReadUpTo } from '../../../../contract/board.ts'
import type { BoardStore } from '../../board.ts'
import type { FilterOwner } from '../../filters.ts'
import { bulletinExists } from '../bulletin-exists.ts'
import { keyOf } from '../filters.ts'
import { lastEvent, writeDown } from '../recording.ts'
import type { Access, Reader } from '../tables.ts'

const keptFor = (owner: FilterOwner) => ({
  owner: keyOf(owner),
  person_id: owner === 'single-user' ? null : owner.person,
})

async function readUpTo(db: Reader, owner: FilterOwner): Promise<ReadUpTo | null> {
  const row = await db
    .selectFrom('read_concern')
    .select(['event_id as event', 'at'])
    .where('owner', '=', keyOf(owner))
    .executeTakeFirst()
  return row ?? null
}

/** Watches and the state of reading, in a database. */
export const sqlWatches = ({
  db,
  write,
  now,
}: Access): Pick<BoardStore, 'watched' | 'watch' | 'readUpTo' | 'setRead'> => ({
  async watched(owner) {
    const rows = await db
      .selectFrom('watch')
      .select('bulletin_id')
      .where('owner', '=', keyOf(owner))
      .orderBy('bulletin_id')
      .execute()
    return rows.map(({ bulletin_id }) => bulletin_id)
  },
  watch: (bulletin, { owner, name: who }, isWatched) =>
    write(async (tx) => {
      if (!(await bulletinExists(tx, bulletin))) return false
      const mine = tx.selectFrom('watch').select('since').where('owner', '=', keyOf(owner))
      const known = await mine.where('bulletin_id', '=', bulletin).executeTakeFirst()
      if ((known !== undefined) === isWatched) return true
      const what = isWatched ? 'watched' : 'unwatched'
      await writeDown(tx, { at: now().toISOString(), who, topic: 'watches', what, detail: { bulletin } })
      const since = await lastEvent(tx)
      const row = { ...keptFor(owner), bulletin_id: bulletin }
      if (isWatched)
        await tx
          .insertInto('watch')
          .values({ ...row, since })
          .execute()
      else await tx.deleteFrom('watch').where('owner', '=', row.owner).where('bulletin_id', '=', bulletin).execute()
      return true
    }),
  readUpTo: (owner) => readUpTo(db, owner),
  setRead: (owner, upTo) =>
    write(async (tx) => {
      const before = await readUpTo(tx, owner)
      const event = Math.min(Math.max(upTo.event, before?.event ?? 0), await lastEvent(tx))
      const moment = now().toISOString()
      const latest = upTo.at > (before?.at ?? '') ? upTo.at : (before?.at ?? upTo.at)
      const at = latest > moment ? moment : latest
      const row = { ...keptFor(owner), event_id: event, at }
      await tx
        .insertInto('read_concern')
        .values(row)
        .onConflict((conflict) => conflict.column('owner').doUpdateSet({ event_id: event, at }))
        .execute()
      return { event, at }
    }, 'quietly'),
})
