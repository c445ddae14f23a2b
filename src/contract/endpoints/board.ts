import * as z from 'zod'
import { BoardEntry, boardViews, Concerns, HandoverTo, MyWork, ReadUpTo, Watches } from '../board.ts'
import { FieldCounts, FieldReport, NewFieldReport } from '../field-reports.ts'
import { BulletinId } from '../summary-fields.ts'
import { keptNumber } from '../text.ts'
import { Triaged } from '../triage.ts'
import { nothing, type Endpoint } from './endpoint.ts'

const oneBulletin = z.object({ id: BulletinId })
const oneReport = z.object({ report: keptNumber('expected the number of a field report') })

/** What people say to each other, what they saw outside the lab, and what concerns who asks. */
export const board = {
  listBoard: {
    method: 'get',
    path: '/api/board',
    role: 'viewer',
    query: z.object({ view: z.optional(z.enum(boardViews)) }),
    isPaged: true,
    reply: z.array(BoardEntry),
  },
  listFieldReports: {
    method: 'get',
    path: '/api/field-reports',
    role: 'viewer',
    query: z.object({ bulletin: z.optional(BulletinId) }),
    isPaged: true,
    reply: z.array(FieldReport),
  },
  viewFieldReport: {
    method: 'get',
    path: '/api/field-reports/{report}',
    role: 'viewer',
    params: oneReport,
    reply: FieldReport,
  },
  countFieldReports: {
    method: 'get',
    path: '/api/field-counts',
    role: 'viewer',
    reply: z.array(FieldCounts),
  },
  addFieldReport: {
    method: 'post',
    path: '/api/bulletins/{id}/field-reports',
    role: 'analyst',
    params: oneBulletin,
    isKeyed: true,
    body: NewFieldReport,
    reply: FieldReport,
  },
  takeBackFieldReport: {
    method: 'delete',
    path: '/api/field-reports/{report}',
    role: 'analyst',
    params: oneReport,
    reply: nothing,
  },
  listWatches: {
    method: 'get',
    path: '/api/watches',
    role: 'viewer',
    reply: Watches,
  },
  setWatch: {
    method: 'put',
    path: '/api/bulletins/{id}/watch',
    role: 'viewer',
    isPersonal: true,
    params: oneBulletin,
    body: z.object({ isWatched: z.boolean() }),
    reply: Watches,
  },
  viewConcerns: {
    method: 'get',
    path: '/api/concerns',
    role: 'viewer',
    reply: Concerns,
  },
  setRead: {
    method: 'put',
    path: '/api/concerns/read',
    role: 'viewer',
    isPersonal: true,
    body: ReadUpTo,
    reply: ReadUpTo,
  },
  viewMyWork: {
    method: 'get',
    path: '/api/my-work',
    role: 'viewer',
    reply: MyWork,
  },
  handOver: {
    method: 'post',
    path: '/api/bulletins/{id}/handover',
    role: 'analyst',
    params: oneBulletin,
    isConditional: true,
    body: HandoverTo,
    reply: Triaged,
  },
} as const satisfies Record<string, Endpoint>
