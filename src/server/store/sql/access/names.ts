/** Who has which name, and who had it. */
import type { Kysely } from 'kysely'
import { PersonName } from '../../../../contract/person-name.ts'
import { markedName, nameKey, nameLook } from '../../../../domain/access/person-name.ts'
import type { ProviderPerson } from '../../access.ts'
import type { Reader, Tables } from '../tables.ts'

/** How a person of a provider is recognised: the subject is unique at this issuer only. */
export const subjectKey = ({ issuer, subject }: Pick<ProviderPerson, 'issuer' | 'subject'>): string =>
  `${issuer} ${subject}`

export const personNamed = (tx: Reader, name: string) =>
  tx.selectFrom('person').selectAll().where('name_key', '=', nameKey(name)).executeTakeFirst()

/** Keeps a name from everybody but the person of this subject, who may come back; null for nobody. */
export async function rememberName(tx: Kysely<Tables>, name: string, subject: string | null) {
  await tx
    .insertInto('former_name')
    .values({ name_key: nameKey(name), subject })
    .onConflict((conflict) => conflict.column('name_key').doUpdateSet({ subject }))
    .execute()
}

/** Keeps a name from nobody any more; false where it was not kept. */
export async function forgetName(tx: Kysely<Tables>, name: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('former_name').where('name_key', '=', nameKey(name)).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whether a name was another person's before. */
export async function wasAnothers(tx: Kysely<Tables>, name: string, subject: string | null): Promise<boolean> {
  const former = await tx
    .selectFrom('former_name')
    .select('subject')
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst()
  return former !== undefined && (former.subject === null || former.subject !== subject)
}

/** Whether a person has a name that looks like this one in letters of another script. */
export async function looksLikeAnothers(tx: Reader, name: string, own: number | null): Promise<boolean> {
  const people = await tx.selectFrom('person').select(['id', 'name', 'name_key']).execute()
  return people.some(
    (other) => other.id !== own && other.name_key !== nameKey(name) && nameLook(other.name) === nameLook(name),
  )
}

/** A name that nobody else has or had: the given one, or with the subject behind it, or with a number. `own`: the number of the person, who may keep theirs. */
export async function freeName(tx: Kysely<Tables>, person: ProviderPerson, own: number | null): Promise<string> {
  const isFree = async (candidate: string) => {
    const other = await personNamed(tx, candidate)
    if (other !== undefined) return other.id === own
    if (!PersonName.safeParse(candidate).success || (await looksLikeAnothers(tx, candidate, own))) return false
    return !(await wasAnothers(tx, candidate, subjectKey(person)))
  }
  const { name, subject } = person
  for (const candidate of [name, markedName(name, subject)]) if (await isFree(candidate)) return candidate
  for (let number = 2; ; number++) {
    const candidate = markedName(name, String(number))
    if (await isFree(candidate)) return candidate
  }
}
