/** Whom an event is addressed to. */
import type { Mention } from '../../../../contract/mentions.ts'
import { nameKey } from '../../../../domain/access/person-name.ts'
import type { Nameable } from '../../../../domain/board/mentions.ts'
import { keyOf } from '../filters.ts'
import { inBatches } from '../recording.ts'
import type { Reader, Tables, Tx } from '../tables.ts'
import { currentTeams } from '../teams.ts'

type Reason = Tables['addressed']['reason']

/** An event that is addressed to who has a name. */
export type Address = { event: number; name: string; reason: Reason }

/** Who can be named in a text: without people who sign in, who writes it. */
export async function nameableBy(tx: Reader, who: string): Promise<Nameable> {
  const people = await tx.selectFrom('person').select('name').execute()
  const { names: teams } = await currentTeams(tx)
  return { people: people.length === 0 ? [who] : people.map(({ name }) => name), teams }
}

/** Under which keys things of the people with these names are kept, by the keys of the names; who is not known has none. */
async function ownersOf(tx: Reader, names: readonly string[], who: string) {
  const owners = new Map<string, { owner: string; person_id: number | null }>()
  const keys = [...new Set(names.map(nameKey))]
  for (const batch of inBatches(keys)) {
    const people = await tx.selectFrom('person').select(['id', 'name_key']).where('name_key', 'in', batch).execute()
    for (const { id, name_key } of people) owners.set(name_key, { owner: keyOf({ person: id }), person_id: id })
  }
  if (owners.size > 0 || !keys.includes(nameKey(who))) return owners
  const anybody = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()
  return anybody === undefined ? owners.set(nameKey(who), { owner: keyOf('single-user'), person_id: null }) : owners
}

/** Notes whom events are addressed to. What is addressed to nobody who is known here is left out. */
export async function address(tx: Tx, who: string, addresses: readonly Address[]): Promise<void> {
  const named = addresses.map(({ name }) => name)
  if (named.length === 0) return
  const owners = await ownersOf(tx, named, who)
  const rows = new Map<string, Tables['addressed']>()
  for (const { event, name, reason } of addresses) {
    const known = owners.get(nameKey(name))
    if (known !== undefined) rows.set(`${known.owner} ${event} ${reason}`, { ...known, event_id: event, reason })
  }
  for (const batch of inBatches([...rows.values()])) await tx.insertInto('addressed').values(batch).execute()
}

/** The addresses of those whom a text names. */
export const mentioned = (event: number, mentions: readonly Mention[]): Address[] =>
  mentions.flatMap(({ kind, name }) => (kind === 'person' ? [{ event, name, reason: 'mentioned' }] : []))
