import type { QueryClient } from '@tanstack/react-query'
import { reports } from '../../contract/endpoints/reports.ts'
import type { HandlingQuery } from '../../contract/reports.ts'
import { answerOf } from '../lib/call.ts'
import { bulletinKey, wholeKey } from '../lib/query-keys.ts'
import { loadPlan } from '../plans/queries.ts'

/** What changes the overview changes the report. */
const handlingKey = [...wholeKey('overview'), 'handling']

export const handlingQuery = () => answerOf(handlingKey, reports.viewHandling, {})

/** The alerts that a figure counts. */
export const handledQuery = (figure: HandlingQuery) =>
  answerOf([...handlingKey, figure], reports.listHandled, { query: figure })

/** What changes its history changes the record. */
export const recordQuery = (id: string) =>
  answerOf([...bulletinKey('history', id), 'record'], reports.viewRecord, { params: { id } })

export const planRecordQuery = (id: string) =>
  answerOf([...wholeKey('plans'), id, 'record'], reports.viewPlanRecord, { params: { id } })

/** What the pages of reports show at first. */
export const loadHandling = (client: QueryClient) => client.query({ ...handlingQuery(), staleTime: 'static' })
export const loadRecord = (client: QueryClient, id: string) => client.query({ ...recordQuery(id), staleTime: 'static' })
export const loadPlanRecord = (client: QueryClient, id: string) =>
  Promise.all([client.query({ ...planRecordQuery(id), staleTime: 'static' }), loadPlan(client, id)])
