/** Files of inventory and deployment tools: what each line becomes, and what is wrong with it. */
import * as z from 'zod'
import { FleetLine } from './fleet.ts'
import { PlatformId } from './platform.ts'

/** The formats that are read. Of each kind the newest report of a machine counts. */
export const inventoryKinds = [
  'intune',
  'configmgr',
  'get-hotfix',
  'computer-info',
  'systeminfo',
  'update-history',
  'osquery',
  'osquery-patches',
  'table',
  'script',
] as const
export type InventoryKind = (typeof inventoryKinds)[number]

/**
 * Why the platform of a machine is not known: nothing of it is reported; its name is of several versions and there is no
 * build; the build is of no Windows that we know; it may be a client or a server; the architecture is not reported, and
 * there are several; several platforms are of the name; none on file is what it reports.
 */
export const platformUnknowns = [
  'not-reported',
  'no-build',
  'unknown-build',
  'client-or-server',
  'no-architecture',
  'several',
  'not-on-file',
] as const
export type PlatformUnknown = (typeof platformUnknowns)[number]

/** What a line can have wrong: which cell, or how it is written. A machine with such a line is not taken at all. */
export const lineFaults = [
  'no-name',
  'twice',
  'name',
  'build',
  'date',
  'kb',
  'state',
  'outcome',
  'code',
  'architecture',
  'reachable',
  'roles',
  'edition',
  'fixes',
  'cells',
  'quotes',
  'json',
  'value',
  'too-many',
] as const
export type LineFault = (typeof lineFaults)[number]

/** `line`: the number in the file, the first is 1. `value`: what is written there, cut where it is long. */
export const LineProblem = z.object({
  line: z.int(),
  machine: z.nullable(z.string()),
  fault: z.enum(lineFaults),
  value: z.nullable(z.string()),
})
export type LineProblem = z.infer<typeof LineProblem>

/**
 * Why a whole file is not read: it is none of the formats; broken; in an encoding that is none of UTF-8, UTF-16 and
 * Shift_JIS; too large; empty; an archive or a workbook; without the name of the machine; with days that may be read in
 * two ways; with no machine in it; or its reading failed.
 */
export const fileFaults = [
  'not-known',
  'broken',
  'encoding',
  'too-large',
  'empty',
  'archive',
  'workbook',
  'no-machine-name',
  'date-order',
  'no-machines',
  'failed',
] as const
export type FileFault = (typeof fileFaults)[number]

/** What is left out of a file without harm, and how it was understood: how often. */
export const inventoryNotices = ['local-times', 'days-left-out', 'no-kb', 'no-revision'] as const
export type InventoryNotice = (typeof inventoryNotices)[number]

/** Why a line is told and not taken: its device runs no Windows; a newer line is of the same name; a line of it has a problem. */
export const passedOver = ['not-windows', 'older-entry', 'problem'] as const
export const PassedOver = z.object({ line: z.int(), name: z.string(), why: z.enum(passedOver) })
export type PassedOver = z.infer<typeof PassedOver>

/** What a report makes of a machine. */
export const becoming = ['new', 'changed', 'unchanged'] as const

/** A machine of a file, as it will be on file. `lines`: how many are about it, the first of them `line`. */
export const PreviewedMachine = z.object({
  line: z.int(),
  lines: z.int(),
  name: z.string(),
  becomes: z.enum(becoming),
  platform: z.nullable(PlatformId),
  edition: z.nullable(z.string()),
  /** Why the platform is not known. */
  why: z.optional(z.enum(platformUnknowns)),
  build: z.nullable(z.string()),
  /** How many fixes it has, and how many attempts the file tells of. */
  fixes: z.int(),
  attempts: z.int(),
  seenAt: z.nullable(z.iso.datetime()),
})
export type PreviewedMachine = z.infer<typeof PreviewedMachine>

/** What a file is, and what taking it over does. With `refused` nothing of it can be taken. */
export const InventoryPreview = z.object({
  kind: z.nullable(z.enum(inventoryKinds)),
  refused: z.nullable(z.object({ fault: z.enum(fileFaults), value: z.nullable(z.string()) })),
  machines: z.array(PreviewedMachine),
  passedOver: z.array(PassedOver),
  /** The first thousand at most; `problemCount` is how many were found. */
  problems: z.array(LineProblem),
  problemCount: z.int(),
  notices: z.array(z.object({ notice: z.enum(inventoryNotices), times: z.int() })),
  /** The typed lines of the fleet in whose place the machines come, and how many are on file of its platform then. */
  replaces: z.array(z.object({ line: FleetLine, machines: z.int() })),
})
export type InventoryPreview = z.infer<typeof InventoryPreview>

/** What taking a file over has done. */
export const InventoryTaken = z.object({
  kind: z.enum(inventoryKinds),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Machines left out, since a line of theirs has a problem. */
  leftOut: z.int(),
})
export type InventoryTaken = z.infer<typeof InventoryTaken>

/** Which number of a day such as 6/11/2025 is the month. */
export const dateOrders = ['month-first', 'day-first'] as const
export type DateOrder = (typeof dateOrders)[number]
