/** The due day of one bulletin, and moving it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { due as endpoints } from '../../contract/endpoints/due.ts'
import type { DueExtension } from '../../contract/due.ts'
import { answerOf, call } from '../lib/call.ts'
import { bulletinKey } from '../lib/query-keys.ts'
import { thenRefresh } from '../lib/then-refresh.ts'

export const bulletinDueQuery = (id: string) =>
  answerOf(bulletinKey('due', id), endpoints.viewBulletinDue, { params: { id } })

/** Moves the day in place of the version that was seen, or ends that. */
export function useMoveDue(id: string) {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(change: (DueExtension & { version: number }) | 'end') {
      const sent =
        change === 'end'
          ? call(endpoints.endDueException, { params: { id } })
          : call(endpoints.extendDue, {
              params: { id },
              version: change.version,
              body: { until: change.until, reason: change.reason },
            })
      await thenRefresh(client, { due: [id] }, sent)
    },
  })
}
