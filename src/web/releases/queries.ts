import { answerAt } from '../lib/answers.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** What publishers brought out together, the newest month first. */
export const releasesQuery = () => answerAt(wholeKey('releases'), '/api/releases')
