import type { Kysely, Selectable } from 'kysely'
import { AuditEntry } from '../../../../contract/people.ts'
import type { AtTheDoor, LogStore } from '../../access.ts'
import type { Access, Tables } from '../tables.ts'

/** Writes down what happens at the door. */
export async function note(tx: Kysely<Tables>, at: string, { who, what, about }: AtTheDoor) {
  await tx
    .insertInto('event')
    .values({ at, who, topic: 'access', what, bulletin_id: null, detail: JSON.stringify({ about }) })
    .execute()
}

/** The bulletin of an event, or what its detail says that it was about. */
function aboutOf({ bulletin_id: bulletin, detail }: Selectable<Tables['event']>): string | null {
  if (bulletin !== null || detail === null) return bulletin
  const read: unknown = JSON.parse(detail)
  return typeof read === 'object' && read !== null && 'about' in read && typeof read.about === 'string'
    ? read.about
    : null
}

/** The log of everything, in a database. */
export const sqlLog = ({ db, write, now }: Access): LogStore => ({
  note: (event) => write((tx) => note(tx, now().toISOString(), event)),
  async audit(before, atMost) {
    const newest = db.selectFrom('event').selectAll().orderBy('id', 'desc').limit(atMost)
    const rows = await (before === null ? newest : newest.where('id', '<', before)).execute()
    return rows.map((row) =>
      AuditEntry.parse({
        id: row.id,
        at: row.at,
        who: row.who,
        topic: row.topic,
        what: row.what,
        about: aboutOf(row),
      }),
    )
  },
})
