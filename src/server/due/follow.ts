import type { DueClock } from './clock.ts'
import type { Store } from '../store/store.ts'

/**
 * What compares the due days with what they were at the last time: those that have become earlier are changes of their
 * bulletins. Most writes, such as triage, leave all days as they were, and cost nothing.
 */
export function dueDaysNoter({ store, clock }: { store: Store; clock: Pick<DueClock, 'list'> }): () => Promise<void> {
  let noted: string | null = null
  return async () => {
    const { due, version } = await clock.list()
    if (version === noted) return
    const [fleet, setting] = await Promise.all([store.fleet.current(), store.due.version()])
    const days = new Map(
      [...due].flatMap(([id, { on, rule }]) => (on === null ? [] : [[id, { on, rule: rule.by }] as const])),
    )
    // A change of policy or fleet is one event, and no change of each bulletin.
    await store.due.noteDays(days, `${fleet.version} ${setting}`)
    noted = version
  }
}
