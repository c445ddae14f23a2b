import { markedName, nameKey } from '../../../domain/access/person-name.ts'
import type { Db } from '../../store/sql/tables.ts'

/** What an event was about, as access events said before. */
function aboutIn(detail: string | null): string | null {
  const read: unknown = JSON.parse(detail ?? 'null')
  return typeof read === 'object' && read !== null && 'about' in read && typeof read.about === 'string'
    ? read.about
    : null
}

/** Tells people by more than how their name is written, remembers the names of those who have gone, and ties tokens to who has made them. */
export async function tellPeopleApart(db: Db): Promise<void> {
  const keys = new Set<string>()
  for (const { id, name: given } of await db.selectFrom('person').select(['id', 'name']).orderBy('id').execute()) {
    const name = keys.has(nameKey(given)) ? markedName(given, String(id)) : given
    keys.add(nameKey(name))
    await db
      .updateTable('person')
      .set({ name, name_key: nameKey(name) })
      .where('id', '=', id)
      .execute()
  }

  const removals = await db
    .selectFrom('event')
    .select('detail')
    .where('topic', '=', 'access')
    .where('action', '=', 'person-removed')
    .execute()
  const former = new Set(removals.flatMap(({ detail }) => aboutIn(detail) ?? []).map(nameKey)).difference(keys)
  for (const key of former) await db.insertInto('former_name').values({ name_key: key, subject: null }).execute()

  for (const { id, made_by: maker } of await db.selectFrom('token').select(['id', 'made_by']).execute()) {
    const person = await db.selectFrom('person').select('id').where('name_key', '=', nameKey(maker)).executeTakeFirst()
    if (person !== undefined) await db.updateTable('token').set({ maker_id: person.id }).where('id', '=', id).execute()
    else if (former.has(nameKey(maker))) await db.deleteFrom('token').where('id', '=', id).execute()
  }
}
