import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { reading } from '../../contract/endpoints/reading.ts'
import { lab } from '../../contract/endpoints/lab.ts'
import { readReleaseKey } from '../../contract/release-key.ts'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { IssueResolution, TestRecord } from '../../contract/lab.ts'
import { answerOf, call } from '../lib/call.ts'
import { bulletinKey, wholeKey } from '../lib/query-keys.ts'
import { callOnce } from '../lib/call-once.ts'
import { thenRefresh } from '../lib/then-refresh.ts'

export const labQueries = {
  /** The grid of a release by its key; null for the newest. */
  grid: (release: string | null) =>
    answerOf([...wholeKey('lab-grid'), release], lab.viewTestGrid, { query: release === null ? {} : { release } }),
  checklist: () => answerOf(wholeKey('checklist'), lab.viewChecklist, {}),
  reports: () => answerOf(wholeKey('lab'), reading.listLabReports, {}),
  recorded: (id: string) => answerOf(bulletinKey('recorded', id), lab.listRecordedTests, { params: { id } }),
}

/**
 * Records a test result.
 *
 * @throws ApiError `conflict` where another person has corrected the same result
 */
export async function recordTest(client: QueryClient, id: string, body: TestRecord): Promise<void> {
  await thenRefresh(client, { lab: [id] }, callOnce(lab.recordTest, { params: { id }, body }))
}

/**
 * Resolves a known issue, or reopens it.
 *
 * @throws ApiError `conflict` where it has that state already: it is shown by then
 */
export async function setIssueState(
  client: QueryClient,
  id: string,
  issue: string,
  body: IssueResolution,
): Promise<void> {
  await thenRefresh(client, { issues: [id] }, callOnce(lab.setIssueState, { params: { id, issue }, body }))
}

/**
 * Replaces what the lab tries in every test.
 *
 * @throws ApiError `conflict` where another person has replaced it meanwhile
 */
export async function setChecklist(client: QueryClient, version: number, points: string[]): Promise<void> {
  await thenRefresh(client, { checklist: null }, call(lab.setChecklist, { version, body: { points } }))
}

/** The key of the release of an address; null for the newest. */
export const releaseOf = ({ release = '' }: Pick<BulletinQuery, 'release'>): string | null =>
  readReleaseKey(release) === null ? null : release

/** Reads the grid of a release. Who asks for more than one, or where there is none, is led to all results. */
export async function loadGrid(queryClient: QueryClient, { release, ...conditions }: BulletinQuery): Promise<void> {
  const isFiltered = Object.keys(conditions).length > 0 || (release !== undefined && readReleaseKey(release) === null)
  const toAll = () => redirect({ to: '/tests/all', search: true, hash: true, replace: true, throw: true })
  if (isFiltered) return void toAll()
  const grid = await queryClient.query({ ...labQueries.grid(releaseOf({ release })), staleTime: 'static' })
  if (grid.release === null) toAll()
}

/** Reads what the lab knows of all bulletins. */
export const loadReports = (queryClient: QueryClient) =>
  queryClient.query({ ...labQueries.reports(), staleTime: 'static' })
