import type { Kysely, Selectable } from 'kysely'
import { AccessEvent, AuditEntry } from '../../../../contract/audit.ts'
import type { NotedAccess, LogStore } from '../../access.ts'
import { writeDown } from '../recording.ts'
import type { Access, Tables } from '../tables.ts'

/** Logs access events. */
export const note = (tx: Kysely<Tables>, at: string, event: NotedAccess) =>
  writeDown(tx, { at, topic: 'access', ...event })

/** An access event; unchanged where another version of the server has written it. */
function accessEventOf({ action: what, detail }: Selectable<Tables['event']>): AccessEvent {
  const read: unknown = JSON.parse(detail ?? 'null')
  const event = AccessEvent.safeParse({ what, detail: read })
  return event.data ?? { what: 'other', detail: { text: detail === null ? what : `${what} ${detail}` } }
}

function entryOf(row: Selectable<Tables['event']>): AuditEntry {
  const { id, at, actor: who, topic, action: what, bulletin_id: bulletin } = row
  return AuditEntry.parse(
    topic === 'access' ? { id, at, who, topic, event: accessEventOf(row) } : { id, at, who, topic, what, bulletin },
  )
}

/** The log of everything, in a database. */
export const sqlLog = ({ db, write, now }: Access): LogStore => ({
  note: (event) => write(async (tx) => void (await note(tx, now().toISOString(), event)), 'quietly'),
  async passwordSetFor(person, since) {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('topic', '=', 'access')
      .where('action', '=', 'password-set')
      .where('actor', '!=', person)
      .where('at', '>=', since)
      .orderBy('id', 'desc')
      .execute()
    const own = rows.find((row) => {
      const event = accessEventOf(row)
      return event.what === 'password-set' && event.detail.person === person
    })
    return own === undefined ? null : { by: own.actor, at: own.at }
  },
  async audit(before, atMost, topic) {
    const newest = db.selectFrom('event').selectAll().orderBy('id', 'desc').limit(atMost)
    const earlier = before === null ? newest : newest.where('id', '<', before)
    const rows = await (topic === undefined ? earlier : earlier.where('topic', '=', topic)).execute()
    return rows.map(entryOf)
  },
})
