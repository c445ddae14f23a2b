import { reports } from '../../contract/endpoints/reports.ts'
import type { HandlingQuery } from '../../contract/reports.ts'
import { answerOf } from '../lib/answers.ts'
import { isFinal } from '../lib/api.ts'
import { bulletinKey, wholeKey } from '../lib/query-keys.ts'

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

/** What no other try mends is shown in place of the page, as for every page: signed out, not there, not allowed. */
export const ifFinal = (error: unknown, { state }: { state: { data: unknown } }): boolean =>
  state.data === undefined && isFinal(error)
