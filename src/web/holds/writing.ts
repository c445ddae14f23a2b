/** Setting, renewing and ending a hold, and what is read for the page of holds alone. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { holds as endpoints } from '../../contract/endpoints/holds.ts'
import type { Hold, HoldEnding, HoldRenewal, NewHold } from '../../contract/holds.ts'
import { answerAt } from '../lib/answers.ts'
import { call } from '../lib/call.ts'
import { callOnce } from '../lib/call-once.ts'
import { refresh } from '../lib/live/refresh.ts'
import { wholeKey } from '../lib/query-keys.ts'
import { thenRefresh } from '../lib/then-refresh.ts'

const everyHold = { holds: null }

/** Sets a hold, once however often it is sent. */
export function useSetHold() {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(hold: NewHold) {
      await callOnce(endpoints.setHold, { body: hold })
      await refresh(client, everyHold)
    },
  })
}

/** Renews a hold in place of what was seen, or ends it. */
export function useChangeHold({ id, version }: Hold) {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(change: HoldRenewal | HoldEnding) {
      const asked = { params: { hold: String(id) }, version }
      const sent =
        'why' in change
          ? call(endpoints.endHold, { ...asked, body: change })
          : call(endpoints.renewHold, { ...asked, body: change })
      await thenRefresh(client, everyHold, sent)
    },
  })
}

/** All holds, also those that are over. */
export const everyHoldQuery = () => answerAt([...wholeKey('holds'), 'over'], '/api/holds', { query: { over: 'yes' } })

/** What deployment tools may install now. */
export const deployListQuery = () => answerAt([...wholeKey('holds'), 'deploy-list'], '/api/deploy-list')
