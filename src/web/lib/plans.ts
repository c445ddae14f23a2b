import { answerAt } from './answers.ts'
import { wholeKey } from './query-keys.ts'

/** All kept plans, a line each; the one changed last first. */
export const plansQuery = () => answerAt([...wholeKey('plans'), 'all'], '/api/plans')
