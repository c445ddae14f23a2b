import { randomUUID } from 'node:crypto'
import { signInProvider } from '../../../../contract/person-name.ts'
import type { SessionStore } from '../../access.ts'
import type { Access } from '../tables.ts'
import { note } from './log.ts'
import { subjectKey } from './names.ts'
import { endSubscriptionsOf } from '../notices/subscriptions.ts'
import { asKnown, noRole, roleIn } from './roles.ts'

/** Who is in, in a database. */
export function sqlSessions({ db, single, write, now }: Access): SessionStore {
  const at = () => now().toISOString()
  return {
    shutOut: (person) =>
      write(async (tx) => {
        const known = await tx
          .selectFrom('person')
          .selectAll()
          .where('subject', '=', subjectKey(person))
          .executeTakeFirst()
        if (known === undefined || known.role === noRole) return
        await tx.updateTable('person').set({ role: noRole }).where('id', '=', known.id).execute()
        await tx.deleteFrom('session').where('person_id', '=', known.id).execute()
        const detail = { person: known.name, from: roleIn(known), to: null }
        await note(tx, at(), { who: signInProvider, what: 'role-changed', detail })
        await endSubscriptionsOf(tx, known.id, at(), signInProvider)
      }),
    startSession: ({ id, password }, { hash, expiresAt, way, address, isRenewed = false, ...about }) =>
      write(async (tx) => {
        const startedAt = at()
        await tx.deleteFrom('session').where('expires_at', '<', startedAt).execute()
        const still = await tx
          .selectFrom('person')
          .select('name')
          .where('id', '=', id)
          .where('password', password === null ? 'is' : '=', password)
          .executeTakeFirst()
        if (still === undefined) return false
        await tx
          .insertInto('session')
          .values({
            hash,
            id: randomUUID(),
            person_id: id,
            started_at: startedAt,
            expires_at: expiresAt,
            used_at: startedAt,
            way,
            address,
            browser: about.browser ?? null,
            system: about.system ?? null,
            proved_at: about.provedAt ?? null,
          })
          .execute()
        if (isRenewed) return true
        await tx.updateTable('person').set({ last_sign_in_at: startedAt }).where('id', '=', id).execute()
        await note(tx, startedAt, { who: still.name, what: 'signed-in', detail: { address } })
        return true
      }, 'quietly'),
    async session(hash, way) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person_id')
        .selectAll('person')
        .select([
          'session.id as session_id',
          'session.expires_at',
          'session.started_at',
          'session.used_at',
          'session.address',
          'session.proved_at',
        ])
        .where('session.hash', '=', hash)
        .where('session.way', '=', way)
        .where('session.expires_at', '>', at())
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        id: row.session_id,
        person: asKnown(row),
        startedAt: row.started_at,
        expiresAt: row.expires_at,
        usedAt: row.used_at,
        address: row.address,
        provedAt: row.proved_at,
      }
    },
    async useSession(hash, { expiresAt, address }) {
      const used = { expires_at: expiresAt, used_at: at(), address }
      await single.updateTable('session').set(used).where('hash', '=', hash).execute()
    },
    async proveSession(hash, provedAt) {
      await single.updateTable('session').set({ proved_at: provedAt }).where('hash', '=', hash).execute()
    },
    async signIns(personId, way) {
      const rows = await db
        .selectFrom('session')
        .select(['id', 'started_at', 'used_at', 'address', 'browser', 'system'])
        .where('person_id', '=', personId)
        .where('way', '=', way)
        .where('expires_at', '>', at())
        .orderBy('used_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(({ id, started_at: startedAt, used_at: lastUsedAt, ...about }) => ({
        id,
        startedAt,
        lastUsedAt,
        ...about,
        isCurrent: false,
      }))
    },
    endSignIns: (person, which) =>
      write(async (tx) => {
        const theirs = tx.deleteFrom('session').where('person_id', '=', person.id)
        const { numDeletedRows } = await (
          'id' in which ? theirs.where('id', '=', which.id) : theirs.where('id', '!=', which.except)
        ).executeTakeFirstOrThrow()
        const count = Number(numDeletedRows)
        if (count > 0) await note(tx, at(), { who: person.name, what: 'sign-ins-ended', detail: { count } })
        return count
      }),
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
        await note(tx, at(), { who: name, what: 'signed-out', detail: null })
      })
    },
  }
}
