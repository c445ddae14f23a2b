import * as z from 'zod'
import { DocumentReport, ImportRecord } from '../imports.ts'
import { Source, SourceContents, SourceId, SourceSettings } from '../sources.ts'
import { keptNumber, nothing, type Endpoint } from './endpoint.ts'

const oneSource = z.object({ id: SourceId })

/** Bringing documents in, and watching where they are published. */
export const importing = {
  importDocument: {
    method: 'post',
    path: '/api/imports',
    summary: 'Brings in a document: a monthly document of Microsoft, a CSAF advisory, the KEV catalogue, or bulletins',
    role: 'editor',
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
  listImports: {
    method: 'get',
    path: '/api/imports',
    summary: 'The last hundred imports that have changed anything, the newest first',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: z.array(ImportRecord),
  },
  undoImport: {
    method: 'post',
    path: '/api/imports/{id}/undo',
    summary:
      'Undoes an import: what it added goes, what it replaced returns, and what the team has recorded stays. Of a document the last import is undone first',
    role: 'editor',
    params: z.object({ id: keptNumber('expected the number of an import') }),
    query: nothing,
    reply: z.array(ImportRecord),
  },
  listSources: {
    method: 'get',
    path: '/api/sources',
    summary: 'The addresses that can be watched, and how the last look at each went',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: z.array(Source),
  },
  addSource: {
    method: 'post',
    path: '/api/sources',
    summary: 'Adds an address to be watched',
    role: 'editor',
    params: nothing,
    query: nothing,
    body: SourceSettings,
    reply: Source,
  },
  changeSource: {
    method: 'put',
    path: '/api/sources/{id}',
    summary: 'Changes what is set of a source, or switches it on or off',
    role: 'editor',
    params: oneSource,
    query: nothing,
    body: SourceSettings,
    reply: Source,
  },
  removeSource: {
    method: 'delete',
    path: '/api/sources/{id}',
    summary:
      'Removes a source that somebody has added. What it brought stays, or goes with it; what the team has recorded stays in any case',
    role: 'editor',
    params: oneSource,
    query: z.object({ contents: z.optional(z.enum(['keep', 'remove'])) }),
    reply: z.array(Source),
  },
  countSourceContents: {
    method: 'get',
    path: '/api/sources/{id}/contents',
    summary: 'How much a source has brought',
    role: 'viewer',
    params: oneSource,
    query: nothing,
    reply: SourceContents,
  },
  fetchSource: {
    method: 'post',
    path: '/api/sources/{id}/fetch',
    summary: 'Looks at a source now; the answer does not wait for it',
    role: 'editor',
    params: oneSource,
    query: nothing,
    reply: Source,
  },
} as const satisfies Record<string, Endpoint>
