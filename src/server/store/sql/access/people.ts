import type { Kysely, Selectable } from 'kysely'
import { Role } from '../../../../contract/access.ts'
import type { Person } from '../../../../contract/people.ts'
import { markedName } from '../../../../domain/person-name.ts'
import type { KnownPerson, PeopleStore } from '../../access.ts'
import type { Access, Tables } from '../tables.ts'
import { note } from './log.ts'

/** Somebody with what only the server may know of them. */
export const asKnown = ({ id, name, role, password }: Selectable<Tables['person']>): KnownPerson => ({
  id,
  name,
  role: Role.parse(role),
  password,
})

const asPerson = ({ name, role, password, last_sign_in_at: lastSignInAt }: Selectable<Tables['person']>): Person => ({
  name,
  role: Role.parse(role),
  hasPassword: password !== null,
  lastSignInAt,
})

const personNamed = (tx: Kysely<Tables>, name: string) =>
  tx.selectFrom('person').selectAll().where('name', '=', name).executeTakeFirst()

/** Whether somebody else lets people in, and can sign in with an account. */
async function isOtherAdmin(tx: Kysely<Tables>, name: string): Promise<boolean> {
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where('role', '=', 'admin')
    .where('password', 'is not', null)
    .where('name', '!=', name)
    .executeTakeFirst()
  return other !== undefined
}

/** A name that nobody else has: the given one, or with the subject behind it, or with a number. */
async function freeName(tx: Kysely<Tables>, name: string, subject: string, own: number | null): Promise<string> {
  const isFree = async (candidate: string) => {
    const other = await personNamed(tx, candidate)
    return other === undefined || other.id === own
  }
  const marked = [name, markedName(name, subject)]
  for (const candidate of marked) if (await isFree(candidate)) return candidate
  for (let number = 2; ; number++) {
    const candidate = markedName(name, String(number))
    if (await isFree(candidate)) return candidate
  }
}

/** Who may come in, in a database. */
export const sqlPeople = ({ db, write, now }: Access): PeopleStore => ({
  async people() {
    const rows = await db.selectFrom('person').selectAll().orderBy('name').execute()
    return rows.map(asPerson)
  },
  async accounts() {
    const { count } = await db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('password', 'is not', null)
      .executeTakeFirstOrThrow()
    return Number(count)
  },
  async find(name) {
    const row = await personNamed(db, name)
    return row === undefined ? null : asKnown(row)
  },
  set: (name, { role, password }, who, keeping = 'nobody') =>
    write(async (tx) => {
      const known = await personNamed(tx, name)
      if (known === undefined && password === undefined) return 'no-password'
      const isAccount = (password ?? known?.password ?? null) !== null
      if (keeping === 'an-admin' && isAccount && role !== 'admin' && !(await isOtherAdmin(tx, name))) return 'no-admin'
      if (known === undefined) {
        await tx
          .insertInto('person')
          .values({ name, role, password: password ?? null, subject: null, last_sign_in_at: null })
          .execute()
      } else {
        await tx
          .updateTable('person')
          .set({ role, ...(password !== undefined && { password }) })
          .where('id', '=', known.id)
          .execute()
        await tx.deleteFrom('session').where('person_id', '=', known.id).execute()
      }
      await note(tx, now().toISOString(), { who, what: 'person-set', about: `${name}: ${role}` })
      return 'done'
    }),
  remove: (name, who, keeping = 'nobody') =>
    write(async (tx) => {
      const known = await personNamed(tx, name)
      if (known === undefined) return 'missing'
      const isAdmin = known.role === 'admin' && known.password !== null
      if (keeping === 'an-admin' && isAdmin && !(await isOtherAdmin(tx, name))) return 'no-admin'
      await tx.deleteFrom('person').where('id', '=', known.id).execute()
      await note(tx, now().toISOString(), { who, what: 'person-removed', about: name })
      return 'done'
    }),
  meet: ({ subject, name, role }) =>
    write(async (tx) => {
      const known = await tx.selectFrom('person').selectAll().where('subject', '=', subject).executeTakeFirst()
      const free = await freeName(tx, name, subject, known?.id ?? null)
      if (known === undefined)
        await tx
          .insertInto('person')
          .values({ name: free, role, password: null, subject, last_sign_in_at: null })
          .execute()
      else await tx.updateTable('person').set({ name: free, role }).where('id', '=', known.id).execute()
      return asKnown(await tx.selectFrom('person').selectAll().where('subject', '=', subject).executeTakeFirstOrThrow())
    }),
})
