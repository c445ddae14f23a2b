/** Problems of a document: the first hundred are told, and how many there are. */
import { Unreadable, type Imported, type FeedProblem } from './feed.ts'

export const maxProblems = 100

/** What a reader has thrown, as a problem of what it read: where it says so itself, else at `place`. */
export function problemOf(error: unknown, place: string): FeedProblem {
  if (error instanceof Unreadable) return { place: error.place, rule: null, message: error.message }
  const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { place, rule: null, message: `cannot be read: the reader failed with ${why}` }
}

/** The first problems of a document, and how many were found. */
export function problemList() {
  const listed: FeedProblem[] = []
  let count = 0
  return {
    listed,

    add(problem: FeedProblem) {
      count++
      if (listed.length < maxProblems) listed.push(problem)
    },
    count: () => count,
    /** Whether as many were found as are told: it is time to stop looking for more. */
    isFull: () => count >= maxProblems,
  }
}

/** The same document with no more problems and warnings than are told. */
export function withFewProblems<T extends Imported>(imported: T): T {
  const { problems, warnings, problemCount = problems.length } = imported
  if (problems.length <= maxProblems && warnings.length <= maxProblems) return { ...imported, problemCount }
  return {
    ...imported,
    problems: problems.slice(0, maxProblems),
    warnings: warnings.slice(0, maxProblems),
    problemCount,
  }
}
