import { useReducer, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../client/api.ts'
import { saveTriage } from '../../client/save-triage.ts'
import { afterwards, changeOf, disputed, noAttempts, onTopOf, type Attempt } from '../../domain/triage-attempts.ts'

/** The attempts of this page to set states: what was saved, what waits for the reader, and how to try. */
export function useAttempts() {
  const client = useQueryClient()
  const [attempts, tell] = useReducer(afterwards, noAttempts)
  const last = useRef(0)

  async function save(attempt: Attempt): Promise<void> {
    tell({ type: 'sent', attempt })
    try {
      tell({ type: 'saved', attempt, states: await saveTriage(client, attempt.steps.map(changeOf)) })
    } catch (error) {
      const [why, current] = error instanceof ApiError ? [error.code, error.current] : (['unexpected', []] as const)
      const theirs = disputed(attempt, current)
      const agreed = onTopOf(
        attempt,
        current.filter((state) => !theirs.includes(state)),
      )
      if (theirs.length > 0) tell({ type: 'open', open: { kind: 'lost', attempt: agreed, theirs } })
      else if (current.length > 0) await save(agreed)
      else tell({ type: 'open', open: { kind: 'failed', attempt, why } })
    }
  }
  return { attempts, tell, save, nextNumber: () => ++last.current }
}
