import type { QueryClient } from '@tanstack/react-query'
import { board } from '../../contract/endpoints/board.ts'
import type { NewFieldReport } from '../../contract/field-reports.ts'
import { answerAt } from '../lib/answers.ts'
import { call } from '../lib/call.ts'
import { callOnce } from '../lib/call-once.ts'
import { refresh } from '../lib/live/refresh.ts'
import { wholeKey } from '../lib/query-keys.ts'

/** The bulletins that who looks watches. */
export const watchesQuery = () => answerAt(wholeKey('watches'), '/api/watches')

/** What was seen of a bulletin outside the lab, oldest first. */
export const fieldReportsQuery = (bulletin: string) =>
  answerAt([...wholeKey('field-reports'), bulletin], '/api/field-reports', { query: { bulletin } })

/** How much was reported of each bulletin. */
export const fieldCountsQuery = () => answerAt([...wholeKey('field-reports'), 'counts'], '/api/field-counts')

/**
 * Watches a bulletin, or does no longer.
 *
 * @throws ApiError where that could not be saved
 */
export async function setWatch(client: QueryClient, id: string, isWatched: boolean): Promise<void> {
  const watches = await call(board.setWatch, { params: { id }, body: { isWatched } })
  client.setQueryData(watchesQuery().queryKey, watches)
  await refresh(client, { watches: null })
}

/**
 * Reports what was seen outside the lab.
 *
 * @throws ApiError where it could not be saved
 */
export async function addFieldReport(client: QueryClient, id: string, body: NewFieldReport): Promise<void> {
  await callOnce(board.addFieldReport, { params: { id }, body })
  await refresh(client, { 'field-reports': [id] })
}

/**
 * Takes back one of your own reports.
 *
 * @throws ApiError where it could not be taken back
 */
export async function takeBackFieldReport(client: QueryClient, bulletin: string, report: number): Promise<void> {
  await call(board.takeBackFieldReport, { params: { report: String(report) } })
  await refresh(client, { 'field-reports': [bulletin] })
}
