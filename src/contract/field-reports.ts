/** What people saw of a fix on machines outside the lab. */
import * as z from 'zod'
import { fieldBuild, fieldText, machines, osEdition } from './limits.ts'
import { PlatformId } from './platform.ts'
import { BulletinId } from './summary-fields.ts'
import { anyText, wholeNumber } from './text.ts'

export const FieldOutcome = z.enum(['works', 'broke'])
export type FieldOutcome = z.infer<typeof FieldOutcome>

/** Where it was seen, on how many machines, and what. */
const seenFields = {
  /** Null where only the edition is said. */
  platform: z.nullable(PlatformId),
  /** The OS edition; may be empty where the platform is said. */
  edition: anyText(osEdition),
  machines: wholeNumber(machines),
  /** What is installed there now, such as `26100.4349`; may be empty. */
  build: anyText(fieldBuild),
  text: anyText(fieldText),
}

/** What an event says of one; its text is empty once its author has taken it back. */
export const FieldReportDetail = z.object(seenFields)
export type FieldReportDetail = z.infer<typeof FieldReportDetail>
/** A report as a person sends it. */
export const NewFieldReport = z.object({ outcome: FieldOutcome, ...seenFields }).check(
  z.refine(({ platform, edition }) => platform !== null || edition.trim() !== '', {
    path: ['edition'],
    message: 'expected a platform or an edition',
  }),
)
export type NewFieldReport = z.infer<typeof NewFieldReport>

/** A report on file, and the number by which its author can take it back. */
export const FieldReport = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  bulletin: BulletinId,
  outcome: FieldOutcome,
  ...seenFields,
})
export type FieldReport = z.infer<typeof FieldReport>

/** How many reports say so, and on how many machines. */
const Count = z.object({ reports: z.int(), machines: z.int() })

/** What the reports of a bulletin add up to. */
export const FieldCounts = z.object({ bulletin: BulletinId, works: Count, broke: Count, lastAt: z.iso.datetime() })
export type FieldCounts = z.infer<typeof FieldCounts>
