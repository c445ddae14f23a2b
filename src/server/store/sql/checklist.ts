import * as z from 'zod'
import { CheckPoints, type Checklist } from '../../../contract/checklist.ts'
import { recordOfNone } from './recording.ts'
import type { Reader, Tx } from './tables.ts'

const Kept = z.object({ points: CheckPoints })

/** The checklist is what the last event of its topic says. */
export async function currentChecklist(db: Reader): Promise<Checklist> {
  const row = await db
    .selectFrom('event')
    .select(['id', 'at', 'actor', 'detail'])
    .where('topic', '=', 'checklist')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return { version: 0, at: null, by: null, points: [] }
  return { version: row.id, at: row.at, by: row.actor, ...Kept.parse(JSON.parse(row.detail ?? 'null')) }
}

/** Sets the list in place of a version; null where another person has set it meanwhile. */
export async function putChecklist(
  tx: Tx,
  at: string,
  { version, points, who }: { version: number; points: readonly string[]; who: string },
): Promise<Checklist | null> {
  if ((await currentChecklist(tx)).version !== version) return null
  await recordOfNone(tx, { at, who, topic: 'checklist', what: 'set', detail: { points } })
  return currentChecklist(tx)
}
