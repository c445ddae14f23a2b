import * as z from 'zod'
import { Bulletin } from '../bulletin.ts'
import { BulletinId } from '../facts.ts'
import { LabReport } from '../lab.ts'
import { BulletinQuery, Summary } from '../summary.ts'
import { VulnerabilityTable } from '../vulnerability.ts'
import { nothing, type Endpoint } from './endpoint.ts'

/** What the pages show. */
export const reading = {
  listBulletins: {
    method: 'get',
    path: '/api/bulletins',
    summary: 'The summary index, whole or filtered',
    role: 'viewer',
    params: nothing,
    query: BulletinQuery,
    reply: z.array(Summary),
  },
  exportBulletins: {
    method: 'get',
    path: '/api/bulletins.csv',
    summary: 'The summary index, whole or filtered, as CSV for a spreadsheet',
    role: 'viewer',
    params: nothing,
    query: BulletinQuery,
    reply: z.string(),
    media: 'text/csv',
  },
  viewBulletin: {
    method: 'get',
    path: '/api/bulletins/{id}',
    summary: 'One bulletin, whole',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    query: nothing,
    reply: Bulletin,
  },
  listVulnerabilities: {
    method: 'get',
    path: '/api/vulnerabilities',
    summary: 'The vulnerabilities of all bulletins with their rating on each platform, as columns',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: VulnerabilityTable,
  },
  listLabReports: {
    method: 'get',
    path: '/api/lab',
    summary: 'The test results and known issues of every bulletin that has any',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: z.array(LabReport),
  },
} as const satisfies Record<string, Endpoint>
