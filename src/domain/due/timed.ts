/** Yes-or-no facts with the moment since when the yes is known. */
import type { DecidingFact } from '../../contract/due.ts'
import type { FactAnswer } from './decision-table.ts'

/** `yesSince`: null where nobody says yes. `otherwise`: what holds before that, or for good. */
export type Timed = { yesSince: string | null; otherwise: 'no' | 'unknown'; basis: DecidingFact['basis'] }

/** The answer on a day. */
export const answerOn = ({ yesSince, otherwise }: Timed, day: string): FactAnswer =>
  yesSince !== null && yesSince <= day ? 'yes' : otherwise

/** The answer with all that is known. */
export const lastAnswer = ({ yesSince, otherwise }: Timed): FactAnswer => (yesSince === null ? otherwise : 'yes')

/** As a page shows it. */
export const asFact = (timed: Timed): DecidingFact => ({
  value: lastAnswer(timed),
  basis: timed.basis,
  since: timed.yesSince,
})
