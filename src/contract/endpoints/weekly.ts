import * as z from 'zod'
import { NoticeQueued } from '../notices.ts'
import {
  IssueNumber,
  KeptWeeklyIssue,
  KeptWeeklySettings,
  WeeklyArchive,
  WeeklyArchiveQuery,
  WeeklyIssue,
  WeeklySettings,
} from '../weekly.ts'
import type { Endpoint } from './endpoint.ts'

const Language = z.optional(z.enum(['ja', 'en']))
const oneIssue = z.object({ issue: IssueNumber })

/** HotFix Weekly: its archive, its issues, and when it comes out. */
export const weekly = {
  listWeekly: {
    method: 'get',
    path: '/api/weekly',
    role: 'viewer',
    query: WeeklyArchiveQuery,
    reply: WeeklyArchive,
  },
  feedWeekly: {
    method: 'get',
    path: '/api/weekly.atom',
    role: 'viewer',
    query: z.object({ lang: Language }),
    reply: z.string(),
    media: 'application/atom+xml',
  },
  viewWeeklySettings: {
    method: 'get',
    path: '/api/weekly/settings',
    role: 'viewer',
    reply: KeptWeeklySettings,
  },
  setWeeklySettings: {
    method: 'put',
    path: '/api/weekly/settings',
    role: 'admin',
    body: WeeklySettings,
    isConditional: true,
    reply: KeptWeeklySettings,
  },
  previewWeekly: {
    method: 'get',
    path: '/api/weekly/next',
    role: 'viewer',
    reply: WeeklyIssue,
  },
  viewWeekly: {
    method: 'get',
    path: '/api/weekly/{issue}',
    role: 'viewer',
    params: oneIssue,
    reply: KeptWeeklyIssue,
  },
  /** Sends an issue to the own mail of who asks. */
  tryWeekly: {
    method: 'post',
    path: '/api/weekly/{issue}/try',
    role: 'viewer',
    isPersonal: true,
    params: oneIssue,
    reply: NoticeQueued,
  },
  exportWeekly: {
    method: 'get',
    path: '/api/weekly/{issue}/markdown',
    role: 'viewer',
    params: oneIssue,
    query: z.object({ lang: Language }),
    reply: z.string(),
    media: 'text/markdown',
  },
} as const satisfies Record<string, Endpoint>
