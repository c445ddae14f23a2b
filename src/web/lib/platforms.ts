import { answerAt } from './answers.ts'

/** The platforms by their names, without the index of all bulletins. */
export const platformsQuery = () => answerAt(['platforms'], '/api/platforms')
