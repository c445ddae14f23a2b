import type { Due, DuePreview } from '../../contract/due.ts'
import { isOverdue } from './overdue.ts'

type Dues = ReadonlyMap<string, Due>

const countsOf = (dues: readonly Due[]): DuePreview['before'] => {
  const withDay = dues.filter(({ on }) => on !== null).length
  return { overdue: dues.filter(isOverdue).length, withDay, withoutDay: dues.length - withDay }
}

/** Behind every day. */
const never = '9999'

/** What another policy changes: the days of now and then, without those of what is done or not applicable. */
export function previewOf(before: Dues, after: Dues): DuePreview {
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((id) => ({
    id,
    was: before.get(id),
    is: after.get(id),
  }))
  const moves = pairs.map(({ was, is }) => ({ from: was?.on ?? never, to: is?.on ?? never }))
  return {
    before: countsOf([...before.values()]),
    after: countsOf([...after.values()]),
    becomesOverdue: pairs.filter(({ was, is }) => !isOverdue(was) && isOverdue(is)).map(({ id }) => id),
    noLongerOverdue: pairs.filter(({ was, is }) => isOverdue(was) && !isOverdue(is)).map(({ id }) => id),
    earlier: moves.filter(({ from, to }) => to < from).length,
    later: moves.filter(({ from, to }) => to > from).length,
  }
}
