/** What people saw of a fix on machines outside the lab. */
import * as z from 'zod'
import { fieldBuild, fieldText, machines, osEdition } from './limits.ts'
import { PlatformId } from './platform.ts'
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
