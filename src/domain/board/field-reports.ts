/** What was seen outside the lab, added up. */
import type { BulletinEvent } from '../../contract/events.ts'
import type { FieldCounts, FieldReport } from '../../contract/field-reports.ts'

/** The reports among the events of a bulletin that nobody has taken back, oldest first. */
export function fieldReportsIn(events: readonly BulletinEvent[]): FieldReport[] {
  const reports = new Map<number, FieldReport>()
  for (const event of events) {
    if (event.topic !== 'field-reports') continue
    const { id, at, who: by, bulletin } = event
    if (event.what === 'taken-back') reports.delete(event.detail.of)
    else reports.set(id, { id, at, by, bulletin, outcome: event.what, ...event.detail })
  }
  return [...reports.values()]
}

const none = { reports: 0, machines: 0 }

/** By bulletin how many reports say that it works and that it broke, and on how many machines; the last reported first. */
export function fieldCounts(reports: readonly FieldReport[]): FieldCounts[] {
  const counts = new Map<string, FieldCounts>()
  for (const { bulletin, outcome, machines, at } of reports) {
    const before = counts.get(bulletin) ?? { bulletin, works: none, broke: none, lastAt: at }
    const { reports: n, machines: m } = before[outcome]
    const lastAt = at > before.lastAt ? at : before.lastAt
    counts.set(bulletin, { ...before, lastAt, [outcome]: { reports: n + 1, machines: m + machines } })
  }
  return [...counts.values()].toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0))
}
