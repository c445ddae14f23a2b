import { useEffect, useReducer, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import { meQuery } from '../lib/me.ts'
import { currentStates } from '../../contract/triaged.ts'
import { saveTriage } from './save-triage.ts'
import {
  afterwards,
  changeOf,
  disputed,
  noAttempts,
  rebase,
  type PendingEdit,
} from '../../domain/triage/pending-edits.ts'
import { saveDraft, readDraft } from '../lib/drafts.ts'
import { useAskBeforeUnload } from '../ui/use-ask-before-unload.ts'
import { keptAttempts, nextAfter } from './kept-edits.ts'

/**
 * The attempts of this tab to set states: what was saved, what waits for the reader, and how to try. What waits is there
 * again when the page is loaded anew, as it is by who has signed in again; with the tab it would go, and not unasked.
 */
export function useAttempts() {
  const client = useQueryClient()
  const [attempts, tell] = useReducer(afterwards, keptAttempts, (kept) => ({ ...noAttempts, open: readDraft(kept) }))
  const { open } = attempts
  const next = useRef(nextAfter(open))
  useEffect(() => saveDraft(keptAttempts, open), [open])
  useAskBeforeUnload(open.length > 0)

  async function save(attempt: PendingEdit): Promise<void> {
    tell({ type: 'sent', attempt })
    try {
      tell({ type: 'saved', attempt, states: await saveTriage(client, attempt.steps.map(changeOf)) })
    } catch (error) {
      const [why, current] = [codeOf(error), currentStates(error)]
      const theirs = disputed(attempt, current)
      const agreed = rebase(
        attempt,
        current.filter((state) => !theirs.includes(state)),
      )
      if (theirs.length > 0) tell({ type: 'open', open: { kind: 'lost', attempt: agreed, theirs } })
      else if (current.length > 0) await save(agreed)
      else tell({ type: 'open', open: { kind: 'failed', attempt, why } })
      if (why === 'unauthenticated') void client.invalidateQueries({ queryKey: meQuery().queryKey })
    }
  }
  return { attempts, tell, save, nextNumber: () => next.current++ }
}
