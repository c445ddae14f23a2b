import type { Kysely, Selectable } from 'kysely'
import { Role } from '../../../../contract/access.ts'
import { lesserRole } from '../../../../domain/access/roles.ts'
import type { ApiToken } from '../../../../contract/people.ts'
import type { TokenStore } from '../../access.ts'
import type { Access, Reader, Tables } from '../tables.ts'
import { note } from './log.ts'
import { personNamed } from './names.ts'
import { roleIn } from './roles.ts'

/** `maker_role` is null where nobody is known who has made it. */
type Row = Selectable<Tables['token']> & { maker_role: string | null }

/** A token with what it may do by now. */
function asToken(row: Row): ApiToken {
  const given = Role.parse(row.role)
  const maker = row.maker_role === null ? null : roleIn({ role: row.maker_role })
  return {
    id: row.id,
    title: row.title,
    role: row.maker_id === null ? given : lesserRole(given, maker),
    madeBy: row.made_by,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }
}

const withMakers = (db: Reader, at: string) =>
  db
    .selectFrom('token')
    .leftJoin('person', 'person.id', 'token.maker_id')
    .selectAll('token')
    .select('person.role as maker_role')
    .where('token.expires_at', '>', at)

/** Ends all tokens of a removed person. */
export async function revokeTokens(tx: Kysely<Tables>, at: string, maker: number, who: string) {
  const gone = await tx.deleteFrom('token').where('maker_id', '=', maker).returning(['id', 'title']).execute()
  for (const { id, title } of gone) await note(tx, at, { who, what: 'token-revoked', detail: { token: id, title } })
}

/** By what programs come in, in a database. */
export function sqlTokens({ db, single, write, now }: Access): TokenStore {
  const at = () => now().toISOString()
  return {
    async tokens() {
      const rows = await withMakers(db, at()).orderBy('token.id', 'desc').execute()
      return rows.map(asToken)
    },
    addToken: ({ title, role }, hash, expiresAt, who, maker = 'anybody') =>
      write(async (tx) => {
        const person = await personNamed(tx, who)
        if (person === undefined && maker === 'a-person') return null
        const madeAt = at()
        const row = await tx
          .insertInto('token')
          .values({
            hash,
            title,
            role,
            made_by: who,
            maker_id: person?.id ?? null,
            made_at: madeAt,
            expires_at: expiresAt,
            last_used_at: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await note(tx, madeAt, { who, what: 'token-made', detail: { token: row.id, title, role, expiresAt } })
        return asToken({ ...row, maker_role: person?.role ?? null })
      }, 'quietly'),
    async token(hash) {
      const row = await withMakers(db, at()).where('token.hash', '=', hash).executeTakeFirst()
      return row === undefined ? null : asToken(row)
    },
    async tokenUsed(id) {
      await single.updateTable('token').set({ last_used_at: at() }).where('id', '=', id).execute()
    },
    revokeToken: (id, who) =>
      write(async (tx) => {
        const gone = await tx.deleteFrom('token').where('id', '=', id).returning('title').executeTakeFirst()
        if (gone === undefined) return false
        await note(tx, at(), { who, what: 'token-revoked', detail: { token: id, title: gone.title } })
        return true
      }),
  }
}
