import { BulletinEvent } from '../../../contract/events.ts'
import { changeRows, putChanges } from '../../store/sql/bulletin-changes.ts'
import type { Db } from '../../store/sql/tables.ts'

/** Events that are read at a time. */
const atOnce = 500

/** Notes what every event on file changed: the log is read through once. */
export async function indexChanges(db: Db): Promise<void> {
  for (let last = 0; ;) {
    const page = await db
      .selectFrom('event')
      .selectAll()
      .where('id', '>', last)
      .where('bulletin_id', 'is not', null)
      .where('topic', 'in', ['bulletins', 'issues', 'lab'])
      .orderBy('id')
      .limit(atOnce)
      .execute()
    const rows = page.flatMap(({ id, at, actor: who, topic, action: what, bulletin_id: bulletin, detail }) => {
      const given: unknown = detail === null ? null : JSON.parse(detail)
      // What an older version wrote otherwise changes nothing that anybody has to see.
      const read = BulletinEvent.safeParse({ id, at, who, topic, what, bulletin, detail: given })
      return read.success ? changeRows(id, read.data) : []
    })
    await putChanges(db, rows)
    const end = page.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

/** Notes which events are something that a person has said: until then that was comments. */
export async function indexTalk(db: Db): Promise<void> {
  await db
    .insertInto('talk')
    .columns(['event_id', 'bulletin_id', 'actor', 'kind'])
    .expression((eb) =>
      eb
        .selectFrom('event')
        .select([
          'id',
          (of) => of.ref('bulletin_id').$notNull().as('bulletin_id'),
          'actor',
          (of) => of.val('comment' as const).as('kind'),
        ])
        .where('topic', '=', 'discussion')
        .where('action', '=', 'said')
        .where('bulletin_id', 'is not', null),
    )
    .execute()
}
