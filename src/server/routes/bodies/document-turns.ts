import { tooMany } from '../../http/problem.ts'
import { turnsOf } from '../../turns.ts'

/** Seconds after which it is worth trying again where too many wait. */
const retryAfter = 30

/** How long one waits for a turn, in milliseconds, before being asked to try again. */
const patience = 120_000

/** Two documents are received and read at once, and eight wait. `what`: what these documents are. */
export function documentTurns(what: 'documents' | 'files') {
  const busy = () => tooMany(`other ${what} are being read; try again in ${retryAfter} s`, retryAfter)
  const inTurn = turnsOf({ atOnce: 2, waiting: 8, busy })
  return <T>({ signal }: Request, work: () => Promise<T>) =>
    inTurn(work, AbortSignal.any([signal, AbortSignal.timeout(patience)]))
}
