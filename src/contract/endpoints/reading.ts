import * as z from 'zod'
import { PackedBulletin } from '../packed-bulletin.ts'
import { BulletinContext } from '../bulletin-context.ts'
import { BulletinId } from '../summary-fields.ts'
import { LabReport } from '../lab.ts'
import { Lifecycles } from '../lifecycle.ts'
import { PlatformCount } from '../platform.ts'
import { IndexQuery, IndexReply } from '../index-parts.ts'
import { FirstRows, FirstRowsQuery } from '../first-rows.ts'
import { SearchAnswer, SearchQuery } from '../search.ts'
import { BulletinQuery, Summary } from '../summary.ts'
import { VulnerabilityTable } from '../vulnerability.ts'
import { VulnerabilityKey, VulnerabilityRecord } from '../vulnerability-record.ts'
import type { Endpoint } from './endpoint.ts'

/** What the pages show. */
export const reading = {
  indexBulletins: {
    method: 'get',
    path: '/api/index',
    role: 'viewer',
    query: IndexQuery,
    reply: IndexReply,
  },
  listFirstRows: {
    method: 'get',
    path: '/api/index/first',
    role: 'viewer',
    query: FirstRowsQuery,
    reply: FirstRows,
  },
  listPlatforms: {
    method: 'get',
    path: '/api/platforms',
    role: 'viewer',
    isPaged: true,
    reply: z.array(PlatformCount),
  },
  listLifecycles: {
    method: 'get',
    path: '/api/lifecycle',
    role: 'viewer',
    reply: Lifecycles,
  },
  listBulletins: {
    method: 'get',
    path: '/api/bulletins',
    role: 'viewer',
    query: BulletinQuery,
    isPaged: true,
    reply: z.array(Summary),
  },
  searchTexts: {
    method: 'get',
    path: '/api/search',
    role: 'viewer',
    query: SearchQuery,
    reply: SearchAnswer,
  },
  exportBulletins: {
    method: 'get',
    path: '/api/bulletins.csv',
    role: 'viewer',
    query: BulletinQuery,
    reply: z.string(),
    media: 'text/csv',
  },
  viewBulletin: {
    method: 'get',
    path: '/api/bulletins/{id}',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    reply: PackedBulletin,
  },
  viewBulletinContext: {
    method: 'get',
    path: '/api/bulletins/{id}/context',
    role: 'viewer',
    params: z.object({ id: BulletinId }),
    reply: BulletinContext,
  },
  listVulnerabilities: {
    method: 'get',
    path: '/api/vulnerabilities',
    role: 'viewer',
    query: BulletinQuery,
    isPaged: true,
    reply: VulnerabilityTable,
  },
  viewVulnerability: {
    method: 'get',
    path: '/api/vulnerabilities/{cve}',
    role: 'viewer',
    params: z.object({ cve: VulnerabilityKey }),
    reply: VulnerabilityRecord,
  },
  listLabReports: {
    method: 'get',
    path: '/api/lab',
    role: 'viewer',
    isPaged: true,
    reply: z.array(LabReport),
  },
} as const satisfies Record<string, Endpoint>
