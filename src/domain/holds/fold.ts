/** What the events of holds add up to. */
import type { Hold, HoldEvent } from '../../contract/holds.ts'

/** A hold after one more of its events; `before` is null for the event that sets it. */
function after(before: Hold | null, { id, at, who, what, detail }: HoldEvent): Hold | null {
  const { hold: _hold, from: _from, ...said } = detail
  if (what === 'set')
    return {
      id,
      version: id,
      ...said,
      first: said.until,
      by: who,
      at,
      renewed: null,
      ended: null,
    }
  if (before === null) return null
  if (what === 'ended') return { ...before, version: id, ended: { by: who, at, why: detail.reason } }
  const { until, reason, renewals } = detail
  return { ...before, version: id, until, reason, renewals, renewed: { by: who, at } }
}

/** The holds that events tell of, oldest first, also those that are over. `events`: oldest first. */
export function holdsFrom(events: readonly HoldEvent[]): Hold[] {
  const holds = new Map<number, Hold>()
  for (const event of events) {
    const id = event.detail.hold ?? event.id
    const next = after(holds.get(id) ?? null, event)
    if (next !== null) holds.set(id, next)
  }
  return [...holds.values()]
}
