import { useEffect, useReducer, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import { meQuery } from '../lib/me.ts'
import { currentStates, saveTriage } from './save-triage.ts'
import {
  editsReducer,
  changeOf,
  disputed,
  noEdits,
  rebase,
  type PendingEdit,
  type PendingEdits,
} from '../../domain/triage/pending-edits.ts'
import { saveDraft } from '../lib/drafts.ts'
import { useAskBeforeUnload } from '../ui/use-ask-before-unload.ts'
import { keptEdits, nextAfter } from './kept-edits.ts'

/**
 * The triage edits of this tab: what was saved last, what waits for the reader, and how to save. What waits outlives a
 * reload of the page, but not the tab: the browser asks before it is closed. `waiting`: what did so before this page.
 */
export function usePendingEdits(waiting: PendingEdits['open']) {
  const client = useQueryClient()
  const [edits, dispatch] = useReducer(editsReducer, { ...noEdits, open: waiting })
  const { open } = edits
  const next = useRef(nextAfter(open))
  useEffect(() => saveDraft(keptEdits, open), [open])
  useAskBeforeUnload(open.length > 0)

  async function save(edit: PendingEdit): Promise<void> {
    dispatch({ type: 'sent', edit })
    try {
      dispatch({ type: 'saved', edit, states: await saveTriage(client, edit.steps.map(changeOf)) })
    } catch (error) {
      const [why, current] = [codeOf(error), currentStates(error)]
      const theirs = disputed(edit, current)
      const agreed = rebase(
        edit,
        current.filter((state) => !theirs.includes(state)),
      )
      if (theirs.length > 0) dispatch({ type: 'open', open: { kind: 'lost', edit: agreed, theirs } })
      else if (current.length > 0) await save(agreed)
      else dispatch({ type: 'open', open: { kind: 'failed', edit, why } })
      if (why === 'unauthenticated') void client.invalidateQueries({ queryKey: meQuery().queryKey })
    }
  }
  return { edits, dispatch, save, nextNumber: () => next.current++ }
}
