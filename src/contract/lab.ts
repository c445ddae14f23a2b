import * as z from 'zod'
import { KnownIssue, RegistryValue, TestResult } from './bulletin.ts'
import { CheckedPoints } from './checklist.ts'
import { BulletinId } from './summary-fields.ts'
import { issueTitle, labText, osEdition, registryValues, resolutionReason, testMinutes } from './limits.ts'
import { PlatformId } from './platform.ts'
import { anyText, atMost, Day, positiveNumber, someText } from './text.ts'

/** What the lab knows of a bulletin. */
export const LabReport = z.object({ id: BulletinId, tests: z.array(TestResult), knownIssues: z.array(KnownIssue) })
export type LabReport = z.infer<typeof LabReport>

/** How applying a fix went; that an outcome was lost is nothing that anybody records. */
export const recordedOutcomes = ['passed', 'passed-with-issues', 'failed'] as const

const text = anyText(labText)

/** How far the lab can be with an issue: that one is resolved is said with a reason. */
export const labIssueStates = ['reported', 'investigating', 'confirmed'] as const

/** An issue found in the lab. */
const FoundIssue = z
  .object({
    title: someText('what goes wrong', issueTitle),
    symptom: text,
    workaround: text,
    /** How far the lab is with it; absent where it does not say. */
    state: z.optional(z.enum(labIssueStates)),
    // The name that zod and zod/mini have for it alike.
    // oxlint-disable-next-line no-underscore-dangle
    registry: z._default(z.array(RegistryValue).check(atMost(registryValues, 'registry values')), []),
  })
  .check(
    z.refine(({ workaround, registry }) => registry.length === 0 || workaround.trim() !== '', {
      path: ['workaround'],
      message: 'expected what is done with the registry values',
    }),
  )

/** What the lab saw; null where it did not look. */
export const TestRecord = z.object({
  edition: someText('an OS edition', osEdition),
  platform: PlatformId,
  outcome: z.enum(recordedOutcomes),
  on: Day,
  minutes: z.nullable(positiveNumber(testMinutes)),
  /** Whether the machine wanted to be restarted. */
  restarted: z.nullable(z.boolean()),
  /** Whether taking the fix off again was tried, and how that went. */
  uninstalled: z.nullable(z.enum(['worked', 'failed'])),
  note: text,
  /** The points of the checklist; absent where there was none. */
  checks: z.optional(CheckedPoints),
  knownIssue: z.nullable(FoundIssue),
  /** The number of an earlier result that this one corrects: that stays on file and counts no more. */
  corrects: z.nullable(z.int().check(z.positive())),
})
export type TestRecord = z.infer<typeof TestRecord>

/** A recorded result, under a number of its own. */
export const RecordedTest = z.object({
  id: z.int(),
  bulletin: BulletinId,
  by: z.string(),
  at: z.iso.datetime(),
  ...TestRecord.shape,
})
export type RecordedTest = z.infer<typeof RecordedTest>

/** A known issue resolved or reopened, and why. */
export const IssueResolution = z.object({
  state: z.enum(['resolved', 'reopened']),
  why: someText('why', resolutionReason),
})
export type IssueResolution = z.infer<typeof IssueResolution>

/** The same on file: of which issue, by its id. */
export const SettledIssue = z.object({
  issue: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  ...IssueResolution.shape,
})
export type SettledIssue = z.infer<typeof SettledIssue>

/** Whether a fix is to be deployed. */
export const verdicts = ['go', 'no-go'] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

/** How far an aspect speaks for deploying. `unknown`: not looked at, so it counts for nothing. */
export const assessments = ['go', 'caution', 'no-go', 'unknown'] as const
const Assessment = z.enum(assessments)
export type Assessment = z.infer<typeof Assessment>

/** What is assessed, in the order in which it is shown. */
export const aspects = ['urgency', 'lab', 'known-issues', 'support', 'installation', 'coverage'] as const

/** How all of it was assessed at one time; what was not assessed then is absent. */
export const Assessed = z.object({
  overall: Assessment,
  aspects: z.object({
    urgency: Assessment,
    lab: Assessment,
    'known-issues': Assessment,
    support: Assessment,
    installation: z.optional(Assessment),
    coverage: Assessment,
  } satisfies Record<(typeof aspects)[number], z.ZodType>),
})
export type Assessed = z.infer<typeof Assessed>

/** What a named person decides, why, and on what. */
export const Decision = z.object({
  verdict: Verdict,
  note: text,
  /** The number of the last event that they have seen: nothing that was tested, revised or decided since is signed for. */
  seen: z.int().check(z.nonnegative()),
  basis: Assessed,
})
export type Decision = z.infer<typeof Decision>
