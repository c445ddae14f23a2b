import type { QueryClient } from '@tanstack/react-query'
import { triage } from '../../contract/endpoints/triage.ts'
import { call } from '../lib/call.ts'
import { callOnce } from '../lib/call-once.ts'
import { refresh } from '../lib/live/refresh.ts'

/**
 * Adds a comment to a bulletin; `replyTo`: the number of the one that it answers.
 *
 * @throws ApiError where it could not be saved
 */
export async function addComment(client: QueryClient, id: string, text: string, replyTo: number | null): Promise<void> {
  await callOnce(triage.addComment, { params: { id }, body: { text, ...(replyTo !== null && { replyTo }) } })
  await refresh(client, { discussion: [id] })
}

/**
 * Retracts one of your own comments.
 *
 * @throws ApiError where it could not be retracted
 */
export async function retractComment(client: QueryClient, id: string, comment: number): Promise<void> {
  await call(triage.retractComment, { params: { id, comment: String(comment) } })
  await refresh(client, { discussion: [id] })
}
