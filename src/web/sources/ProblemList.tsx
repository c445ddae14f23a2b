import type { DocumentProblem } from '../../contract/imports.ts'
import { useRefusals } from './refusal-messages.ts'
import { useSourcesMessages } from './messages.ts'
import styles from './ProblemList.module.css'

type Props = {
  problems: readonly (Omit<DocumentProblem, 'rule'> & { rule?: string | null })[]
  /** How many there are, where not all are given. */
  count?: number
}

/** The most that are listed: more of them say nothing new of a document. */
const maxListed = 100

/**
 * What was wrong, by its place in a document. A problem without a name of its own is told in the words of the standard, in its
 * language.
 */
export function ProblemList({ problems, count = problems.length }: Props) {
  const t = useSourcesMessages()
  const refusal = useRefusals()
  if (problems.length === 0) return null
  return (
    <ul className={styles['problem-list']}>
      {problems.slice(0, maxListed).map((problem, at) => {
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
      {count > Math.min(problems.length, maxListed) && <li>{t.more(count - Math.min(problems.length, maxListed))}</li>}
    </ul>
  )
}
