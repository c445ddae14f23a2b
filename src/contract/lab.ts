import * as z from 'zod'
import { BulletinId, KnownIssue, TestResult } from './bulletin.ts'

/** What the lab knows of a bulletin. */
export const LabReport = z.object({ id: BulletinId, tests: z.array(TestResult), knownIssues: z.array(KnownIssue) })
export type LabReport = z.infer<typeof LabReport>
