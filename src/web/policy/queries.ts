import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The policy that due days come from. */
export const policyQuery = () => answerAt(wholeKey('due-policy'), '/api/due/policy')
