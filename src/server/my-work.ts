/** What waits for a person: what is theirs, and what is urgent and nobody's. */
import type { MyWork, WorkItem } from '../contract/board.ts'
import type { BulletinQuery } from '../contract/summary.ts'
import { triages } from '../contract/vocabulary.ts'
import { applyFilter } from '../domain/filter/apply.ts'
import { filterOf } from '../domain/filter/filter.ts'
import { isOpen } from '../domain/triage/triage.ts'
import { byId } from '../domain/table/by-id.ts'
import type { Principal } from './access/principal.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Store } from './store/store.ts'
import type { KeptHandover } from './store/triage.ts'

const saidIn = ({ who, at, text, mentions }: KeptHandover): WorkItem['handover'] => ({ who, at, text, mentions })

/** The most that are listed of each. */
const most = { assigned: 200, unassigned: 50 }

const open = triages.filter(isOpen).join(',')

export function myWorkOf({ store, catalogue }: { store: Store; catalogue: Catalogue }) {
  async function found(principal: Principal | null, query: BulletinQuery, atMost: number): Promise<MyWork['assigned']> {
    const columns = await catalogue.columnsFor(principal, query)
    const { rows } = applyFilter(columns, filterOf(query), 'due')
    const summaries = Array.from(rows.subarray(0, atMost), columns.summaryAt)
    const ids = summaries.map(({ id }) => id)
    const [states, handovers] = await Promise.all([store.triage.of(ids), store.triage.handovers(ids)])
    const stateOf = byId(states)
    const items = summaries.flatMap(({ id, title, publishedOn, urgency, severity }): WorkItem[] => {
      const [triage, handover] = [stateOf.get(id), handovers.get(id)]
      if (triage === undefined) return []
      const due = columns.overlay.due.get(id) ?? null
      const item = { id, title, publishedOn, urgency, severity, due, triage }
      return [{ ...item, handover: handover?.to === triage.assignee ? saidIn(handover) : null }]
    })
    return { count: rows.length, items }
  }

  return async (principal: Principal | null): Promise<MyWork> => {
    const { lines } = await store.fleet.current()
    // Without a fleet, what nothing on file replaces.
    const concerned = lines.length === 0 ? ({ replaced: 'no' } as const) : ({ mine: 'to-install' } as const)
    const urgent = { assignee: 'nobody', urgency: 'immediate', triage: open, ...concerned }
    const [assigned, unassigned] = await Promise.all([
      found(principal, { assignee: 'me', triage: open }, most.assigned),
      found(principal, urgent, most.unassigned),
    ])
    return { assigned, unassigned }
  }
}
