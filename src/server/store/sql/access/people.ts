import type { Kysely, Selectable } from 'kysely'
import type { Role } from '../../../../contract/access.ts'
import { signInProvider } from '../../../../contract/person-name.ts'
import type { Person } from '../../../../contract/people.ts'
import { nameKey } from '../../../../domain/access/person-name.ts'
import type { PeopleStore } from '../../access.ts'
import type { Access, Tables } from '../tables.ts'
import { note } from './log.ts'
import { forgetName, freeName, looksLikeAnothers, personNamed, rememberName, subjectKey, wasAnothers } from './names.ts'
import { asKnown, roleIn } from './roles.ts'
import { tellOfPassword } from './tell-of-password.ts'
import { revokeTokens } from './tokens.ts'

type Row = Selectable<Tables['person']>

const asPerson = (row: Row): Person => ({
  name: row.name,
  role: roleIn(row),
  hasPassword: row.password !== null,
  lastSignInAt: row.last_sign_in_at,
})

/** Whether another admin can sign in with an account. */
async function isOtherAdmin(tx: Kysely<Tables>, id: number | null): Promise<boolean> {
  const admins = tx.selectFrom('person').select('id').where('role', '=', 'admin').where('password', 'is not', null)
  const other = await (id === null ? admins : admins.where('id', '!=', id)).executeTakeFirst()
  return other !== undefined
}

/** A password that its person has chosen, or none. */
const ownPassword = { password_set_by: null, password_set_at: null }

/** Adds a person and gives their row. */
const insert = (
  tx: Kysely<Tables>,
  person: Pick<Row, 'name' | 'role' | 'password' | 'subject' | 'password_set_by' | 'password_set_at'>,
) =>
  tx
    .insertInto('person')
    .values({ ...person, name_key: nameKey(person.name), last_sign_in_at: null })
    .returningAll()
    .executeTakeFirstOrThrow()

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
  set: (name, { role, password, isForOther = false }, who, keeping = 'nobody') =>
    write(async (tx) => {
      const known = await personNamed(tx, name)
      const at = now().toISOString()
      const setBy = isForOther ? { password_set_by: who, password_set_at: at } : ownPassword
      const leavesNoAdmin = async (to: Role | null, id: number | null) =>
        keeping === 'an-admin' && to !== 'admin' && !(await isOtherAdmin(tx, id))
      if (known === undefined) {
        if ((await wasAnothers(tx, name, null)) || (await looksLikeAnothers(tx, name, null))) return 'taken'
        if (password === undefined) return 'no-password'
        if (role === undefined) return 'no-role'
        if (await leavesNoAdmin(role, null)) return 'no-admin'
        await insert(tx, { name, role, password, subject: null, ...setBy })
        await note(tx, at, { who, what: 'person-added', detail: { person: name, role } })
        return 'done'
      }
      const isAccount = (password ?? known.password) !== null
      if (isAccount && (await leavesNoAdmin(role ?? roleIn(known), known.id))) return 'no-admin'
      await tx
        .updateTable('person')
        .set({ ...(role !== undefined && { role }), ...(password !== undefined && { password, ...setBy }) })
        .where('id', '=', known.id)
        .execute()
      await tx.deleteFrom('session').where('person_id', '=', known.id).execute()
      const person = known.name
      if (role !== undefined && known.role !== role)
        await note(tx, at, { who, what: 'role-changed', detail: { person, from: roleIn(known), to: role } })
      if (password !== undefined) await note(tx, at, { who, what: 'password-set', detail: { person } })
      if (password !== undefined && isForOther) await tellOfPassword(tx, known.id, who, at)
      return 'done'
    }),
  setOwnPassword: ({ id, name, password: before }, password) =>
    write(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('person')
        .set({ password, ...ownPassword })
        .where('id', '=', id)
        .where('password', '=', before)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return false
      await tx.deleteFrom('session').where('person_id', '=', id).execute()
      await note(tx, now().toISOString(), { who: name, what: 'password-set', detail: { person: name } })
      return true
    }),
  remove: (name, who, keeping = 'nobody') =>
    write(async (tx) => {
      const known = await personNamed(tx, name)
      if (known === undefined) return 'missing'
      const isAdmin = known.role === 'admin' && known.password !== null
      if (keeping === 'an-admin' && isAdmin && !(await isOtherAdmin(tx, known.id))) return 'no-admin'
      const at = now().toISOString()
      await tx.deleteFrom('person').where('id', '=', known.id).execute()
      await rememberName(tx, known.name, known.subject)
      await note(tx, at, { who, what: 'person-removed', detail: { person: known.name } })
      await revokeTokens(tx, at, known.id, who)
      return 'done'
    }),
  releaseName: (name, who) =>
    write(async (tx) => {
      if (!(await forgetName(tx, name))) return false
      await note(tx, now().toISOString(), { who, what: 'name-released', detail: { person: name } })
      return true
    }),
  meet: (person) =>
    write(async (tx) => {
      const subject = subjectKey(person)
      const { role } = person
      const at = now().toISOString()
      const known = await tx.selectFrom('person').selectAll().where('subject', '=', subject).executeTakeFirst()
      const name = await freeName(tx, person, known?.id ?? null)
      const who = signInProvider
      if (known === undefined) {
        const added = await insert(tx, { name, role, password: null, subject, ...ownPassword })
        await note(tx, at, { who, what: 'person-added', detail: { person: name, role } })
        return asKnown(added)
      }
      if (nameKey(known.name) !== nameKey(name)) await rememberName(tx, known.name, subject)
      if (known.name !== name)
        await note(tx, at, { who, what: 'person-renamed', detail: { from: known.name, to: name } })
      if (known.role !== role)
        await note(tx, at, { who, what: 'role-changed', detail: { person: name, from: roleIn(known), to: role } })
      const changed = { name, name_key: nameKey(name), role }
      await tx.updateTable('person').set(changed).where('id', '=', known.id).execute()
      return asKnown({ ...known, ...changed })
    }, 'quietly'),
})
