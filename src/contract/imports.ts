import * as z from 'zod'
import { SupportPage } from './bulletin.ts'
import { BulletinId } from './summary-fields.ts'
import { Change } from './changes.ts'

/**
 * What became of a bulletin. `withdrawn`: the document no longer lists it. `older`: a newer version of the document is on
 * file, and nothing changes.
 */
export const importOutcomes = ['added', 'updated', 'withdrawn', 'unchanged', 'older'] as const
export const ImportOutcome = z.enum(importOutcomes)
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** A bulletin that a document brought in, and what it changes. */
export const Saved = z.object({ id: BulletinId, outcome: ImportOutcome, changes: z.array(Change) })
export type Saved = z.infer<typeof Saved>

/** Why a document could not be fetched: of its host, its address, or the address with the status of the answer. */
export type FetchReason =
  | 'host-not-found'
  | 'no-answer'
  | 'too-slow'
  | 'not-reached'
  | 'bad-answer'
  | 'too-large'
  | 'only-https'
  | 'private-address'
  | 'too-many-redirects'

/** Causes that a screen can tell in its own words; the others have their message alone. */
export type RefusalReason =
  | 'not-a-known-document'
  | 'unknown-version'
  | 'lists-documents'
  | 'changed-export'
  | FetchReason

/** What a document that is not read seems to be. */
export type Seeming =
  | 'json'
  | 'xml'
  | 'html'
  | 'csv'
  | 'kev-csv'
  | 'openvex'
  | 'cyclonedx'
  | 'spdx'
  | 'osv'
  | 'sarif'
  | 'csaf-aggregator'
  | 'pdf'
  | 'archive'
  | 'empty'
  | 'unreadable'

/**
 * Why something was refused: where in the document, by which rule of a standard, and in words what is wrong. `seems`
 * goes with a reason: what the document seems to be, the standard and the version that it names, or what was asked for it.
 */
export const DocumentProblem = z.object({
  place: z.string(),
  rule: z.nullable(z.string()),
  message: z.string(),
  // Words, and not those of the lists: a run that is on file may have one that is no longer in use.
  reason: z.optional(z.string()),
  seems: z.optional(z.string()),
})
export type DocumentProblem = z.infer<typeof DocumentProblem>

export const documentKinds = [
  'msrc-cvrf',
  'csaf',
  'kev',
  'epss',
  'cve-record',
  'kb-page',
  'lifecycle',
  'bulletins',
  'unknown',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What became of a document. With problems it was refused, unless what is good of it was asked for. */
export const DocumentReport = z.object({
  /** A file's name, or an address. */
  document: z.string(),
  kind: z.enum(documentKinds),
  saved: z.array(Saved),
  /** Entries of a catalogue that were stored, whether or not they concern a bulletin on file; absent for other documents. */
  stored: z.optional(z.object({ entries: z.int() })),
  /** What a support page answers, and how many known issues it lists; absent for other documents. */
  page: z.optional(z.object({ kb: SupportPage.shape.kb, answer: SupportPage.shape.answer, issues: z.int() })),
  /** What became of a catalogue or a support page. `older`: a newer version of it is on file, and nothing changes. */
  catalogue: z.optional(z.enum(['stored', 'unchanged', 'older'])),
  /** The first hundred at most; `problemCount` is how many were found, and there may be more: reading ends soon after. */
  problems: z.array(DocumentProblem),
  problemCount: z.int(),
  /** What is odd about it and is no reason to refuse it. */
  warnings: z.array(DocumentProblem),
})
export type DocumentReport = z.infer<typeof DocumentReport>

/** How many bulletins came to what, and how many documents were refused. */
export const ImportTotals = z.object({
  added: z.int(),
  updated: z.int(),
  /** Runs that were kept before it was counted have none. */
  // The name that zod and zod/mini have for it alike.
  // oxlint-disable-next-line no-underscore-dangle
  withdrawn: z._default(z.int(), 0),
  unchanged: z.int(),
  older: z.int(),
  refused: z.int(),
})
export type ImportTotals = z.infer<typeof ImportTotals>

/** What an import may have done to a bulletin. */
export const importCounts = ['added', 'updated', 'withdrawn', 'unchanged'] as const

/** An import that has changed something. */
export const ImportRecord = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  who: z.string(),
  /** As it was called when it came in: a file's name, or an address. */
  name: z.string(),
  kind: z.enum(documentKinds),
  /** By what all versions of the document are known: `msrc-cvrf 2025-Jun`; null for bulletins in our own shape. */
  document: z.nullable(z.string()),
  /** The watched source that has brought it. */
  source: z.nullable(z.string()),
  /** Of how many bulletins. */
  counts: z.record(z.enum(importCounts), z.int()),
  /** False once a later import builds on it, or what it replaced is kept no longer. */
  canBeUndone: z.boolean(),
  undone: z.nullable(z.object({ at: z.iso.datetime(), by: z.string() })),
})
export type ImportRecord = z.infer<typeof ImportRecord>
