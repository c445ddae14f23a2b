import type { Selectable } from 'kysely'
import { ApiToken } from '../../../../contract/people.ts'
import type { TokenStore } from '../../access.ts'
import type { Access, Tables } from '../tables.ts'
import { note } from './log.ts'

const asToken = ({
  id,
  title,
  role,
  made_by: madeBy,
  made_at: madeAt,
  expires_at: expiresAt,
  last_used_at: lastUsedAt,
}: Selectable<Tables['token']>): ApiToken => ApiToken.parse({ id, title, role, madeBy, madeAt, expiresAt, lastUsedAt })

/** By what programs come in, in a database. */
export function sqlTokens({ db, write, now }: Access): TokenStore {
  const at = () => now().toISOString()
  return {
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
  }
}
