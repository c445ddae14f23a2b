import type { Summary } from '../../contract/summary.ts'
import { dueBasis } from '../due/overdue.ts'
import type { DueDayFact } from './facts.ts'
import { dueUid } from './sessions.ts'

/** More of one day than anybody reads in a calendar. */
const maxTold = 100

/** What is due, one entry a day, the earliest first. `owner`: the calendar that they are in; another one may have others on that day. */
export function dueEntries(owner: string, bulletins: readonly Pick<Summary, 'id' | 'title' | 'due'>[]): DueDayFact[] {
  const dated = bulletins.flatMap(({ id, title, due }) =>
    due === undefined || due.on === null ? [] : [{ on: due.on, id, title, by: dueBasis(due) }],
  )
  return Array.from(
    Map.groupBy(dated, ({ on }) => on),
    ([on, all]): DueDayFact => ({
      kind: 'due',
      uid: dueUid(owner, on),
      on,
      bulletins: all.slice(0, maxTold).map(({ id, title, by }) => ({ id, title, by })),
      count: all.length,
    }),
  ).toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
