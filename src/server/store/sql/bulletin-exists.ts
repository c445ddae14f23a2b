import type { Reader } from './tables.ts'

/** Whether a bulletin is on file. */
export const bulletinExists = async (tx: Reader, bulletin: string): Promise<boolean> =>
  (await tx.selectFrom('bulletin').select('id').where('id', '=', bulletin).executeTakeFirst()) !== undefined
