/** The first sentence of the report on handling, as the clauses that it is made of. */
import type { Handling, HandlingClause } from '../../contract/reports.ts'

type Said = Pick<Handling, 'all' | 'overdue' | 'exceptions'> & {
  /** For how many days the due day is moved that was moved first. */
  longestMoved: number
}

function* clausesOf({ all, overdue, exceptions, longestMoved }: Said): Generator<HandlingClause> {
  const { triaged, deployed } = all.steps
  if (triaged.count + deployed.count === 0) yield { code: 'nothing' }
  else if (triaged.median === null) yield { code: 'few', count: triaged.count }
  else yield { code: 'triaged', count: triaged.count, median: triaged.median, p90: triaged.p90 }
  if (deployed.median !== null)
    yield { code: 'deployed', count: deployed.count, median: deployed.median, p90: deployed.p90 }
  const settled = all.inTime + all.late
  if (settled > 0) yield { code: 'in-time', inTime: all.inTime, of: settled }
  const late = overdue.reduce((sum, { count }) => sum + count, 0)
  if (late > 0)
    yield {
      code: 'overdue',
      count: late,
      days: overdue.reduce((most, { days }) => Math.max(most, days), 0),
      query: { due: 'overdue' },
    }
  else if (all.alerts > 0) yield { code: 'none-overdue' }
  const moved = exceptions.reduce((sum, { count }) => sum + count, 0)
  if (moved > 0) yield { code: 'exceptions', count: moved, days: longestMoved }
}

/** The clauses in order: how soon alerts are looked at and deployed, how many in time, what is overdue, what is moved. */
export const handlingClauses = (said: Said): HandlingClause[] => [...clausesOf(said)]
