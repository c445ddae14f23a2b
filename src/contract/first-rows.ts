/** What a list begins with, while the index behind it is on its way. */
import * as z from 'zod'
import { DueList } from './due.ts'
import { listedIds } from './limits.ts'
import { PlatformCount } from './platform.ts'
import { BulletinQuery } from './summary.ts'
import type { Table } from './table.ts'
import { anyText } from './text.ts'
import { Triaged } from './triage.ts'

/** The most rows that are asked for at once. */
const maxFirstRows = 500

export const FirstRowsQuery = z.object({
  ...BulletinQuery.shape,
  /** In which language the titles are; Japanese, unless it is said. */
  language: z.optional(z.enum(['ja', 'en'])),
  /** These bulletins, as far as they are on file, in place of what a filter finds; commas between. */
  ids: z.optional(anyText(listedIds)),
  rows: z.optional(
    z.string().check(
      z.regex(/^[1-9]\d{0,2}$/, `expected a number from 1 to ${maxFirstRows}`),
      z.refine((rows) => Number(rows) <= maxFirstRows, `expected a number from 1 to ${maxFirstRows}`),
    ),
  ),
})
export type FirstRowsQuery = z.infer<typeof FirstRowsQuery>

/**
 * The first rows that a filter finds, in its order, as columns of the index: titles in one language, of vulnerabilities
 * only how many there are.
 */
export const FirstRows = z.object({
  /** The number of the last change that is in it. */
  version: z.int(),
  /** How many the filter finds. */
  found: z.int(),
  /** How many are on file. */
  of: z.int(),
  /** Of those that the rest of the filter finds, how many may affect machines of ours and how many do not. */
  mine: z.object({ affected: z.int(), 'not-affected': z.int() }),
  /** Those that the rows, the filter and the fleet name, with all above and, of the fleet, below them. */
  platforms: z.array(PlatformCount),
  /** How far the team is with the bulletins of the rows; those in the default state are absent. */
  states: z.array(Triaged),
  /** Until when policy wants them deployed. */
  due: DueList,
  rows: z.int(),
  /** Which of these rows are found by what their texts hold alone, by position; absent where none is. */
  byTexts: z.optional(z.array(z.int())),
  /** Which of these rows another bulletin on file replaces, by position; absent where none is. */
  replaced: z.optional(z.array(z.int())),
  /** Columns of the index, as its own answer describes them; any may be absent. */
  columns: z.record(z.string(), z.unknown()) as z.ZodType as z.ZodType<Table['columns']>,
})
export type FirstRows = z.infer<typeof FirstRows>
