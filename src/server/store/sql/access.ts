import type { Kysely, Selectable } from 'kysely'
import { Role } from '../../../contract/access.ts'
import { ApiToken, AuditEntry, type Person } from '../../../contract/people.ts'
import { markedName } from '../../../domain/person-name.ts'
import type { AccessStore, AtTheDoor, KnownPerson } from '../access.ts'
import type { Access, Tables } from './tables.ts'

type PersonRow = Selectable<Tables['person']>

const asKnown = ({ id, name, role, password }: PersonRow): KnownPerson => ({
  id,
  name,
  role: Role.parse(role),
  password,
})

const asPerson = ({ name, role, password, last_sign_in_at: lastSignInAt }: PersonRow): Person => ({
  name,
  role: Role.parse(role),
  hasPassword: password !== null,
  lastSignInAt,
})

const asToken = ({
  id,
  title,
  role,
  made_by: madeBy,
  made_at: madeAt,
  expires_at: expiresAt,
  last_used_at: lastUsedAt,
}: Selectable<Tables['token']>): ApiToken => ApiToken.parse({ id, title, role, madeBy, madeAt, expiresAt, lastUsedAt })

async function note(tx: Kysely<Tables>, at: string, { who, what, about }: AtTheDoor) {
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
export function sqlAccess({ db, write, now }: Access): AccessStore {
  const at = () => now().toISOString()

  return {
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
        if (keeping === 'an-admin' && isAccount && role !== 'admin' && !(await isOtherAdmin(tx, name)))
          return 'no-admin'
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
        await note(tx, at(), { who, what: 'person-set', about: `${name}: ${role}` })
        return 'done'
      }),
    remove: (name, who, keeping = 'nobody') =>
      write(async (tx) => {
        const known = await personNamed(tx, name)
        if (known === undefined) return 'missing'
        const isAdmin = known.role === 'admin' && known.password !== null
        if (keeping === 'an-admin' && isAdmin && !(await isOtherAdmin(tx, name))) return 'no-admin'
        await tx.deleteFrom('person').where('id', '=', known.id).execute()
        await note(tx, at(), { who, what: 'person-removed', about: name })
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
        return asKnown(
          await tx.selectFrom('person').selectAll().where('subject', '=', subject).executeTakeFirstOrThrow(),
        )
      }),
    async shutOut(subject) {
      await db
        .deleteFrom('session')
        .where('person_id', 'in', (people) => people.selectFrom('person').select('id').where('subject', '=', subject))
        .execute()
    },

    startSession: ({ id, password }, hash, expiresAt) =>
      write(async (tx) => {
        const startedAt = at()
        await tx.deleteFrom('session').where('expires_at', '<', startedAt).execute()
        const still = await tx
          .updateTable('person')
          .set({ last_sign_in_at: startedAt })
          .where('id', '=', id)
          .where('password', password === null ? 'is' : '=', password)
          .returning('name')
          .executeTakeFirst()
        if (still === undefined) return false
        await tx
          .insertInto('session')
          .values({ hash, person_id: id, started_at: startedAt, expires_at: expiresAt })
          .execute()
        await note(tx, startedAt, { who: still.name, what: 'signed-in', about: null })
        return true
      }),
    async session(hash) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person_id')
        .selectAll('person')
        .select(['session.expires_at', 'session.started_at'])
        .where('session.hash', '=', hash)
        .where('session.expires_at', '>', at())
        .executeTakeFirst()
      return row === undefined ? null : { person: asKnown(row), expiresAt: row.expires_at, startedAt: row.started_at }
    },
    async prolongSession(hash, expiresAt) {
      await db.updateTable('session').set({ expires_at: expiresAt }).where('hash', '=', hash).execute()
    },
    async endSession(hash) {
      // Anybody may send a made-up one: nobody else waits for that, and nobody is told.
      const begun = await db.selectFrom('session').select('hash').where('hash', '=', hash).executeTakeFirst()
      if (begun === undefined) return
      await write(async (tx) => {
        const ended = await tx.deleteFrom('session').where('hash', '=', hash).returning('person_id').executeTakeFirst()
        if (ended === undefined) return
        const { name } = await tx
          .selectFrom('person')
          .select('name')
          .where('id', '=', ended.person_id)
          .executeTakeFirstOrThrow()
        await note(tx, at(), { who: name, what: 'signed-out', about: null })
      })
    },

    async tokens() {
      const rows = await db
        .selectFrom('token')
        .selectAll()
        .where('expires_at', '>', at())
        .orderBy('id', 'desc')
        .execute()
      return rows.map(asToken)
    },
    addToken: ({ title, role }, hash, expiresAt, who) =>
      write(async (tx) => {
        const madeAt = at()
        const row = await tx
          .insertInto('token')
          .values({ hash, title, role, made_by: who, made_at: madeAt, expires_at: expiresAt, last_used_at: null })
          .returningAll()
          .executeTakeFirstOrThrow()
        await note(tx, madeAt, { who, what: 'token-made', about: `${title}: ${role}` })
        return asToken(row)
      }),
    async token(hash) {
      const row = await db
        .selectFrom('token')
        .selectAll()
        .where('hash', '=', hash)
        .where('expires_at', '>', at())
        .executeTakeFirst()
      return row === undefined ? null : asToken(row)
    },
    async tokenUsed(id) {
      await db.updateTable('token').set({ last_used_at: at() }).where('id', '=', id).execute()
    },
    revokeToken: (id, who) =>
      write(async (tx) => {
        const gone = await tx.deleteFrom('token').where('id', '=', id).returning('title').executeTakeFirst()
        if (gone === undefined) return false
        await note(tx, at(), { who, what: 'token-revoked', about: gone.title })
        return true
      }),

    note: (event) => write((tx) => note(tx, at(), event)),
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
  }
}
