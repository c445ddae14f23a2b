import { OwnFilters, TeamFilters } from '../../../contract/saved-filters.ts'
import type { FilterOwner, FilterStore } from '../filters.ts'
import { writeDown } from './recording.ts'
import type { Access, Reader, Tx } from './tables.ts'

/** Under which key something of a person is kept. */
export const keyOf = (owner: FilterOwner): string => (owner === 'single-user' ? owner : `person ${owner.person}`)
const team = 'team'

/** What is on file under a key; version 0 where nothing is. */
async function contentOf(db: Reader, owner: string): Promise<{ version: number; content: unknown }> {
  const row = await db
    .selectFrom('filter_list')
    .select(['version', 'content'])
    .where('owner', '=', owner)
    .executeTakeFirst()
  return { version: row?.version ?? 0, content: row === undefined ? null : JSON.parse(row.content) }
}

async function ownOf(db: Reader, owner: FilterOwner) {
  const { version, content } = await contentOf(db, keyOf(owner))
  return { version, ...(content === null ? { list: [], start: null } : OwnFilters.parse(content)) }
}

async function teamOf(db: Reader) {
  const { version, content } = await contentOf(db, team)
  return { version, ...(content === null ? { list: [] } : TeamFilters.parse(content)) }
}

/** Sets what is on file under a key in place of a version; false where another one is. */
async function put(tx: Tx, owner: string, personId: number | null, version: number, content: object): Promise<boolean> {
  if ((await contentOf(tx, owner)).version !== version) return false
  const row = { person_id: personId, version: version + 1, content: JSON.stringify(content) }
  await tx
    .insertInto('filter_list')
    .values({ owner, ...row })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute()
  return true
}

/** Notes that filters were set, by their names alone: what a person looks for is no concern of others. */
const noteSet = (tx: Tx, at: string, who: string, what: 'set' | 'set-own', { list }: TeamFilters) =>
  writeDown(tx, { at, who, topic: 'filters', what, detail: { names: list.map(({ name }) => name) } })

/** Filters that are kept under names, in a database. */
export const sqlFilters = ({ db, write, now }: Access): FilterStore => ({
  own: (owner) => ownOf(db, owner),
  setOwn: (owner, version, filters, who) =>
    write(async (tx) => {
      const personId = owner === 'single-user' ? null : owner.person
      if (!(await put(tx, keyOf(owner), personId, version, filters))) return null
      await noteSet(tx, now().toISOString(), who, 'set-own', filters)
      return ownOf(tx, owner)
    }),
  team: () => teamOf(db),
  setTeam: (version, filters, who) =>
    write(async (tx) => {
      if (!(await put(tx, team, null, version, filters))) return null
      await noteSet(tx, now().toISOString(), who, 'set', filters)
      return teamOf(tx)
    }),
})
