import * as z from 'zod'
import { Bulletin, BulletinId } from './bulletin.ts'
import { DocumentReport } from './imports.ts'
import { LabReport } from './lab.ts'
import { PlatformCount } from './platform.ts'
import { Source, SourceId, SourceSettings } from './sources.ts'
import { BulletinQuery, Summary, SummaryTable } from './summary.ts'
import { VulnerabilityTable } from './vulnerability.ts'

/** One route of the API: how it is asked for, and what it answers. */
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: `/${string}`
  readonly summary: string
  readonly params: z.ZodObject
  readonly query: z.ZodObject
  readonly reply: z.ZodType
  /** What is sent along: JSON of this shape, or a document as it is. */
  readonly body?: z.ZodType | 'document'
  /** The media type of the reply, where it is not JSON. */
  readonly media?: 'text/csv'
}

const nothing = z.object({})
const oneSource = z.object({ id: SourceId })

/** Every route of the API, once. */
export const endpoints = {
  listBulletins: {
    method: 'get',
    path: '/api/bulletins',
    summary: 'The summary index, whole or filtered',
    params: nothing,
    query: BulletinQuery,
    reply: z.array(Summary),
  },
  indexBulletins: {
    method: 'get',
    path: '/api/index',
    summary: 'The whole summary index as columns: what the pages load',
    params: nothing,
    query: nothing,
    reply: SummaryTable,
  },
  exportBulletins: {
    method: 'get',
    path: '/api/bulletins.csv',
    summary: 'The summary index, whole or filtered, as CSV for a spreadsheet',
    params: nothing,
    query: BulletinQuery,
    reply: z.string(),
    media: 'text/csv',
  },
  viewBulletin: {
    method: 'get',
    path: '/api/bulletins/{id}',
    summary: 'One bulletin, whole',
    params: z.object({ id: BulletinId }),
    query: nothing,
    reply: Bulletin,
  },
  listPlatforms: {
    method: 'get',
    path: '/api/platforms',
    summary: 'The platform tree with the number of bulletins that affect each platform',
    params: nothing,
    query: nothing,
    reply: z.array(PlatformCount),
  },
  listVulnerabilities: {
    method: 'get',
    path: '/api/vulnerabilities',
    summary: 'The vulnerabilities of all bulletins with their rating on each platform, as columns',
    params: nothing,
    query: nothing,
    reply: VulnerabilityTable,
  },
  listLabReports: {
    method: 'get',
    path: '/api/lab',
    summary: 'The test results and known issues of every bulletin that has any',
    params: nothing,
    query: nothing,
    reply: z.array(LabReport),
  },
  importDocument: {
    method: 'post',
    path: '/api/imports',
    summary: 'Brings in a document: a monthly document of Microsoft, a CSAF advisory, the KEV catalogue, or bulletins',
    params: nothing,
    query: z.object({
      /** Under which name it is reported. */
      name: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
      /** Takes what is good of a document of bulletins, even if something in it is not. */
      keepGoing: z.optional(z.enum(['yes', 'no'])),
    }),
    body: 'document',
    reply: DocumentReport,
  },
  listSources: {
    method: 'get',
    path: '/api/sources',
    summary: 'The addresses that can be watched, and how the last look at each went',
    params: nothing,
    query: nothing,
    reply: z.array(Source),
  },
  addSource: {
    method: 'post',
    path: '/api/sources',
    summary: 'Adds an address to be watched',
    params: nothing,
    query: nothing,
    body: SourceSettings,
    reply: Source,
  },
  changeSource: {
    method: 'put',
    path: '/api/sources/{id}',
    summary: 'Changes what is set of a source, or switches it on or off',
    params: oneSource,
    query: nothing,
    body: SourceSettings,
    reply: Source,
  },
  removeSource: {
    method: 'delete',
    path: '/api/sources/{id}',
    summary: 'Removes a source that somebody has added; the bulletins that it brought stay',
    params: oneSource,
    query: nothing,
    reply: z.array(Source),
  },
  fetchSource: {
    method: 'post',
    path: '/api/sources/{id}/fetch',
    summary: 'Looks at a source now; the answer does not wait for it',
    params: oneSource,
    query: nothing,
    reply: Source,
  },
} as const satisfies Record<string, Endpoint>
