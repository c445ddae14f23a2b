/** The record of a kept plan, from its events and the records of its bulletins. */
import type { BulletinRecord, PlanRecord } from '../../contract/record.ts'
import { historyOf } from '../../domain/plans/history.ts'
import { recordOf, type RecordDeps } from './record.ts'

/** Null where there is no such plan. `by`: who asks, null where that has no name. */
export async function planRecordOf(deps: RecordDeps, id: number, by: string | null): Promise<PlanRecord | null> {
  const { store, now } = deps
  const last = await store.events.last()
  const [plan, events] = await Promise.all([store.plans.find(id), store.plans.events(id)])
  if (plan === null) return null
  const bulletins: BulletinRecord[] = []
  for (const bulletin of plan.bulletins) {
    const record = await recordOf(deps, bulletin, by)
    if (record !== null) bulletins.push(record)
  }
  const holds = new Map(bulletins.flatMap((record) => record.holds.map((hold) => [hold.id, hold] as const)))
  return {
    madeAt: now().toISOString(),
    last,
    by,
    plan,
    history: historyOf(events).toReversed(),
    bulletins,
    holds: [...holds.values()].toSorted((a, b) => a.id - b.id),
  }
}
