import type { SessionStore } from '../../access.ts'
import type { Access } from '../tables.ts'
import { note } from './log.ts'
import { asKnown } from './people.ts'

/** Who is in, in a database. */
export function sqlSessions({ db, write, now }: Access): SessionStore {
  const at = () => now().toISOString()
  return {
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
  }
}
