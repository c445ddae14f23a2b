import * as z from 'zod'
import { DocumentReport, ImportRecord } from '../imports.ts'
import { documentName } from '../limits.ts'
import { atMost, keptNumber } from '../text.ts'
import { Source, SourceContents, SourceId, SourceSettings } from '../sources.ts'
import { nothing, type Endpoint } from './endpoint.ts'

const oneSource = z.object({ id: SourceId })

/** Bringing documents in, and watching where they are published. */
export const importing = {
  importDocument: {
    method: 'post',
    path: '/api/imports',
    role: 'editor',
    query: z.object({
      /** Under which name it is reported. */
      name: z.optional(z.string().check(z.minLength(1), atMost(documentName))),
      /** Takes what is good of a document of bulletins, even if something in it is not. */
      keepGoing: z.optional(z.enum(['yes', 'no'])),
    }),
    body: 'document',
    reply: DocumentReport,
  },
  listImports: {
    method: 'get',
    path: '/api/imports',
    role: 'viewer',
    isPaged: true,
    reply: z.array(ImportRecord),
  },
  undoImport: {
    method: 'post',
    path: '/api/imports/{id}/undo',
    role: 'editor',
    params: z.object({ id: keptNumber('expected the number of an import') }),
    reply: z.array(ImportRecord),
  },
  listSources: {
    method: 'get',
    path: '/api/sources',
    role: 'viewer',
    reply: z.array(Source),
  },
  addSource: {
    method: 'post',
    path: '/api/sources',
    role: 'editor',
    body: SourceSettings,
    reply: Source,
  },
  changeSource: {
    method: 'put',
    path: '/api/sources/{id}',
    role: 'editor',
    params: oneSource,
    body: SourceSettings,
    reply: Source,
  },
  removeSource: {
    method: 'delete',
    path: '/api/sources/{id}',
    role: 'editor',
    params: oneSource,
    query: z.object({ contents: z.optional(z.enum(['keep', 'remove'])) }),
    reply: nothing,
  },
  countSourceContents: {
    method: 'get',
    path: '/api/sources/{id}/contents',
    role: 'viewer',
    params: oneSource,
    reply: SourceContents,
  },
  fetchSource: {
    method: 'post',
    path: '/api/sources/{id}/fetch',
    role: 'editor',
    params: oneSource,
    reply: Source,
  },
} as const satisfies Record<string, Endpoint>
