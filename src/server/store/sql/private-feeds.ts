import type { Selectable } from 'kysely'
import { privateFeedsOfPerson } from '../../../contract/limits.ts'
import { NewPrivateFeed, type PersonFeed, type PrivateFeed } from '../../../contract/private-feeds.ts'
import type { FilterOwner } from '../filters.ts'
import type { PrivateFeedStore } from '../private-feeds.ts'
import { note } from './access/log.ts'
import { roleIn } from './access/roles.ts'
import type { Access, Reader, Tables, Tx } from './tables.ts'

type Row = Selectable<Tables['private_feed']>

const asFeed = ({ id, content, made_at: madeAt, last_used_at: lastUsedAt }: Row): PrivateFeed => ({
  id,
  ...NewPrivateFeed.parse(JSON.parse(content)),
  madeAt,
  lastUsedAt,
})

const personIdOf = (owner: FilterOwner): number | null => (owner === 'single-user' ? null : owner.person)

const rowsOf = (db: Reader, owner: FilterOwner) => {
  const person = personIdOf(owner)
  const rows = db.selectFrom('private_feed').selectAll().orderBy('id', 'desc')
  return person === null ? rows.where('person_id', 'is', null) : rows.where('person_id', '=', person)
}

const ofEverybody = (db: Reader) =>
  db
    .selectFrom('private_feed')
    .leftJoin('person', 'person.id', 'private_feed.person_id')
    .selectAll('private_feed')
    .select('person.name as person')
    .orderBy('private_feed.id', 'desc')

/** `person`: whose it is, where that may be another one than who revokes it. */
async function revoked(
  tx: Tx,
  row: (Row & { person?: string | null }) | undefined,
  { who, at }: { who: string; at: string },
): Promise<boolean> {
  if (row === undefined) return false
  const { id, name, kind } = asFeed(row)
  await tx.deleteFrom('private_feed').where('id', '=', id).execute()
  const of = row.person === undefined || row.person === null || row.person === who ? {} : { person: row.person }
  await note(tx, at, { who, what: 'private-feed-revoked', detail: { feed: id, name, kind, ...of } })
  return true
}

/** Private addresses, in a database. */
export const sqlPrivateFeeds = ({ db, single, write, now }: Access): PrivateFeedStore => ({
  async list(owner) {
    const rows = await rowsOf(db, owner).execute()
    return rows.map(asFeed)
  },
  make: (feed, hash, { owner, way, who }) =>
    write(async (tx) => {
      const own = await rowsOf(tx, owner).execute()
      if (own.length >= privateFeedsOfPerson) return null
      const at = now().toISOString()
      const row = await tx
        .insertInto('private_feed')
        .values({
          hash,
          person_id: personIdOf(owner),
          way,
          content: JSON.stringify(feed),
          made_at: at,
          last_used_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      const { name, kind } = feed
      await note(tx, at, { who, what: 'private-feed-made', detail: { feed: row.id, name, kind } })
      return asFeed(row)
    }, 'quietly'),
  revoke: (owner, id, who) =>
    write(async (tx) => {
      const row = await rowsOf(tx, owner).where('id', '=', id).executeTakeFirst()
      return revoked(tx, row, { who, at: now().toISOString() })
    }, 'quietly'),
  async all() {
    const rows = await ofEverybody(db).execute()
    return rows.map((row): PersonFeed => {
      const { id, name, kind, madeAt, lastUsedAt } = asFeed(row)
      return { id, name, kind, madeAt, lastUsedAt, person: row.person }
    })
  },
  revokeAny: (id, who) =>
    write(async (tx) => {
      const row = await ofEverybody(tx).where('private_feed.id', '=', id).executeTakeFirst()
      return revoked(tx, row, { who, at: now().toISOString() })
    }, 'quietly'),
  async find(hash, way) {
    const row = await db
      .selectFrom('private_feed')
      .leftJoin('person', 'person.id', 'private_feed.person_id')
      .selectAll('private_feed')
      .select(['person.name', 'person.role', 'person.password', 'person.last_sign_in_at'])
      .where('private_feed.hash', '=', hash)
      .where('private_feed.way', '=', way)
      .executeTakeFirst()
    if (row === undefined) return null
    const { name, role, password, last_sign_in_at: lastSignInAt } = row
    const person =
      name === null || role === null
        ? null
        : { name, role: roleIn({ role }), hasPassword: password !== null, lastSignInAt }
    return { feed: asFeed(row), person }
  },
  async used(id) {
    await single.updateTable('private_feed').set({ last_used_at: now().toISOString() }).where('id', '=', id).execute()
  },
})
