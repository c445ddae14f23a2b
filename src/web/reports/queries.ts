import { queryOptions } from '@tanstack/react-query'
import { reports } from '../../contract/endpoints/reports.ts'
import type { HandlingQuery } from '../../contract/reports.ts'
import { call, isFinal } from '../lib/api.ts'
import { bulletinKey, wholeKey } from '../lib/query-keys.ts'

/** What changes the overview changes the report. */
const handlingKey = [...wholeKey('overview'), 'handling']

export const handlingQuery = () =>
  queryOptions({
    queryKey: handlingKey,
    queryFn: ({ signal }) => call(reports.viewHandling, { params: {}, signal }),
  })

/** The alerts that a figure counts. */
export const handledQuery = (figure: HandlingQuery) =>
  queryOptions({
    queryKey: [...handlingKey, figure],
    queryFn: ({ signal }) => call(reports.listHandled, { params: {}, query: figure, signal }),
  })

export const recordQuery = (id: string) =>
  queryOptions({
    // What changes its history changes the record.
    queryKey: [...bulletinKey('history', id), 'record'],
    queryFn: ({ signal }) => call(reports.viewRecord, { params: { id }, signal }),
  })

export const planRecordQuery = (id: string) =>
  queryOptions({
    queryKey: [...wholeKey('plans'), id, 'record'],
    queryFn: ({ signal }) => call(reports.viewPlanRecord, { params: { id }, signal }),
  })

/** What no other try mends is shown in place of the page, as for every page: signed out, not there, not allowed. */
export const ifFinal = (error: unknown, { state }: { state: { data: unknown } }): boolean =>
  state.data === undefined && isFinal(error)
