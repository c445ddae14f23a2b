import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Whether a bulletin is on file. */
export const isThere = async (tx: Kysely<Tables>, bulletin: string): Promise<boolean> =>
  (await tx.selectFrom('bulletin').select('id').where('id', '=', bulletin).executeTakeFirst()) !== undefined
