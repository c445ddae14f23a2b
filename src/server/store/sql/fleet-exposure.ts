/** Which bulletins concern machines of the fleet that did not before. */
import * as z from 'zod'
import type { Change } from '../../../contract/changes.ts'
import type { FleetLine } from '../../../contract/fleet.ts'
import { PlatformRating } from '../../../contract/summary-fields.ts'
import { exposureOf, machinesOf } from '../../../domain/fleet/exposure.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { putChanges } from './bulletin-changes.ts'
import { inBatches } from './recording.ts'
import type { Tx } from './tables.ts'

type Ratings = readonly PlatformRating[]

const Rated = z.object({ platforms: z.array(PlatformRating) })

/** How many machines a bulletin concerns; what may be affected without being so for certain counts as well. */
const machinesIn = (ratings: Ratings, lines: readonly FleetLine[]) =>
  // For what may be, the products below a platform of the fleet need not be known: those that are rated are in the ratings.
  exposureOf(ratings, machinesOf(lines, []))?.atMost ?? 0

/** That a bulletin concerns machines now, and did not before; null where that is not so. */
export function affectedChange(before: Ratings, after: Ratings, fleet: readonly FleetLine[]): Change | null {
  const machines = machinesIn(after, fleet)
  if (machines === 0 || machinesIn(before, fleet) > 0) return null
  return { kind: 'machines-affected', of: [], to: String(machines) }
}

/** Notes of the setting of a fleet which bulletins it makes concern machines. Nothing does by the first fleet that is set. */
export async function noteAffected(
  tx: Tx,
  event: number,
  before: readonly FleetLine[],
  after: readonly FleetLine[],
): Promise<void> {
  if (before.length === 0) return
  const ids = (await tx.selectFrom('bulletin').select('id').orderBy('id').execute()).map(({ id }) => id)
  for (const batch of inBatches(ids)) {
    const rows = await tx.selectFrom('bulletin').selectAll().where('id', 'in', batch).execute()
    const affected = rows.filter(({ summary }) => {
      const { platforms } = Rated.parse(JSON.parse(summary))
      return machinesIn(platforms, after) > 0 && machinesIn(platforms, before) === 0
    })
    await putChanges(
      tx,
      affected.map(({ id }) => ({ event_id: event, bulletin_id: id, kind: 'machines-affected' })),
    )
    await yieldToEventLoop()
  }
}
