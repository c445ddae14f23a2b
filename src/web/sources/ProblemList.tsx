import type { DocumentProblem } from '../../contract/imports.ts'
import { useRefusals } from './refusal-messages.ts'
import { useSourcesMessages } from './messages.ts'

type Props = {
  problems: readonly (Omit<DocumentProblem, 'rule'> & { rule?: string | null })[]
  /** How many there are, where not all are given. */
  count?: number
}

/** More of them tell nothing more of a document. */
const atMost = 100

/**
 * What was wrong, by its place in a document. What has no name of its own is told in the words of the standard, in its
 * language.
 */
export function ProblemList({ problems, count = problems.length }: Props) {
  const t = useSourcesMessages()
  const refusal = useRefusals()
  if (problems.length === 0) return null
  return (
    <ul className="problem-list">
      {problems.slice(0, atMost).map((problem, at) => {
        const { place, rule = null, message } = problem
        const told = refusal(problem)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- two problems may be alike in every word
          <li key={at}>
            {place !== 'document' && (
              <>
                <code lang="en">{place}</code>{' '}
              </>
            )}
            {told ?? <span lang="en">{rule === null ? message : `${rule}: ${message}`}</span>}
          </li>
        )
      })}
      {count > Math.min(problems.length, atMost) && <li>{t.more(count - Math.min(problems.length, atMost))}</li>}
    </ul>
  )
}
