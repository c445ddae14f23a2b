import type { DueClock } from './clock.ts'
import type { Store } from '../store/store.ts'

/** Compares the due days with what they were at the last time; those that have become earlier are changes of their bulletins. */
export async function noteDueDays({ store, clock }: { store: Store; clock: Pick<DueClock, 'list'> }): Promise<void> {
  const [{ due }, fleet, setting] = await Promise.all([clock.list(), store.fleet.current(), store.due.version()])
  const days = new Map(
    [...due].flatMap(([id, { on, rule }]) => (on === null ? [] : [[id, { on, rule: rule.by }] as const])),
  )
  // A change of policy or fleet is one event, and no change of each bulletin.
  await store.due.noteDays(days, `${fleet.version} ${setting}`)
}
