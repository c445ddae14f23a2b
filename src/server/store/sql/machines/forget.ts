/** Deletes machines, and their names wherever they were reported. */
import * as z from 'zod'
import { CheckedMachine } from '../../../../contract/coverage.ts'
import { machineKey } from '../../../../domain/machines/report.ts'
import { pagesAfter } from '../pages.ts'
import { inBatches } from '../recording.ts'
import type { Tx } from '../tables.ts'
import { dropUnusedProfiles } from './take.ts'

const Reported = z.object({ machines: z.array(CheckedMachine) })

/** Reports that are read at a time: each may have thousands of machines. */
const reportsAtOnce = 20

/** Takes names out of what the verification script has reported; tells whether any was there. */
async function forgetReported(tx: Tx, keys: ReadonlySet<string>): Promise<boolean> {
  let isThere = false
  const rows = tx.selectFrom('event').selectAll().where('topic', '=', 'coverage').orderBy('id').limit(reportsAtOnce)
  const readAfter = (last: number) => rows.where('id', '>', last).execute()
  for await (const page of pagesAfter(0, readAfter, (end) => end.id))
    for (const { id, detail } of page) {
      const { machines } = Reported.parse(JSON.parse(detail ?? 'null'))
      const others = machines.filter(({ name }) => !keys.has(machineKey(name)))
      if (others.length === machines.length) continue
      isThere = true
      await tx
        .updateTable('event')
        .set({ detail: JSON.stringify({ machines: others }) })
        .where('id', '=', id)
        .execute()
    }
  return isThere
}

/** Deletes all of machines by what their names have in common; tells whether there was anything. */
export async function forgetMachines(tx: Tx, keys: readonly string[]): Promise<boolean> {
  let count = 0
  for (const batch of inBatches(keys)) {
    const rows = await tx.deleteFrom('machine').where('name_key', 'in', batch).returning('id').execute()
    count += rows.length
  }
  const isReported = await forgetReported(tx, new Set(keys))
  if (count > 0) await dropUnusedProfiles(tx)
  return count > 0 || isReported
}
