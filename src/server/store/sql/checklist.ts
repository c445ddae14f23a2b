import * as z from 'zod'
import { CheckPoints, type Checklist } from '../../../contract/checklist.ts'
import { lastSaid, neverSaid, writeDown } from './recording.ts'
import type { Reader, Tx } from './tables.ts'

const Kept = z.object({ points: CheckPoints })

/** The checklist is what the last event of its topic says. */
export async function currentChecklist(db: Reader): Promise<Checklist> {
  const { detail, ...set } = (await lastSaid(db, 'checklist')) ?? neverSaid
  return { ...set, ...(detail === null ? { points: [] } : Kept.parse(detail)) }
}

/** Sets the list in place of a version; null where another person has set it meanwhile. */
export async function putChecklist(
  tx: Tx,
  at: string,
  { version, points, who }: { version: number; points: readonly string[]; who: string },
): Promise<Checklist | null> {
  if ((await currentChecklist(tx)).version !== version) return null
  await writeDown(tx, { at, who, topic: 'checklist', what: 'set', detail: { points } })
  return currentChecklist(tx)
}
