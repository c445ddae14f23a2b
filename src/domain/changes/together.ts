import { changeKinds, type LastChanges } from '../../contract/changes.ts'
import type { LastChange, LastByBulletin } from './last-changes.ts'

const place = new Map(changeKinds.map((kind, at) => [kind, at]))
const placeOf = ({ kind }: Pick<LastChange, 'kind'>) => place.get(kind) ?? changeKinds.length

/** The same with other changes that came later, in the order of attention. */
export const withLater = (known: readonly LastChange[], later: readonly LastChange[]): LastChange[] =>
  [...new Map([...known, ...later].map((change) => [change.kind, change])).values()].toSorted(
    (a, b) => placeOf(a) - placeOf(b),
  )

/** Changes after an event as they are sent: those of one moment and kind together, the kinds in the order of attention. */
export function changedTogether(known: LastByBulletin, since: number): LastChanges['changes'] {
  const groups = new Map<string, LastChanges['changes'][number]>()
  for (const [id, changes] of known) {
    for (const { at, kind, event } of changes) {
      if (event <= since) continue
      const key = `${kind} ${at}`
      const group = groups.get(key) ?? { at, kind, ids: [], events: [] }
      group.ids.push(id)
      group.events.push(event)
      groups.set(key, group)
    }
  }
  return [...groups.values()].toSorted((a, b) => placeOf(a) - placeOf(b))
}
