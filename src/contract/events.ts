/** What has happened, in order: the history of everything. */
import * as z from 'zod'
import { Change } from './changes.ts'
import { FieldOutcome, FieldReportDetail } from './field-reports.ts'
import { holdEvents, HoldSaid } from './holds.ts'
import { BulletinId } from './summary-fields.ts'
import { CheckedMachine } from './coverage.ts'
import { DueException } from './due.ts'
import { Assessed, Decision, IssueResolution, TestRecord, Verdict } from './lab.ts'
import { comment } from './limits.ts'
import { Handover, Mention } from './mentions.ts'
import { WaveMeasurement } from './rollouts.ts'
import { Day, someText, Text } from './text.ts'
import { topics } from './topics.ts'
import { TriageState } from './triage.ts'

const said = {
  id: z.int().check(z.positive()),
  at: z.iso.datetime(),
  /** A person, or the name of what was brought in. */
  who: z.string(),
}
const ofBulletin = { ...said, bulletin: BulletinId }

/** A text of the discussion; null once its author has taken it back. */
export const CommentText = someText('a text', comment)

/**
 * Why a bulletin reads otherwise, where that is not that a newer version of its document says something else.
 * `same-version`: its document came again under the version that was on file, with other content.
 */
export const updateReasons = ['same-version', 'import-undone', 'documents-removed'] as const
const UpdateReason = z.enum(updateReasons)
export type UpdateReason = z.infer<typeof UpdateReason>

/** What an import changes of a bulletin. */
export const Brought = z.object({
  changes: z.array(Change),
  /** What it came from: the month of Microsoft, the advisory, the version of the catalogue; null where there is none. */
  document: z.nullable(
    z.object({
      kind: z.enum(['hotfix-report', 'microsoft-bulletin', 'msrc-cvrf', 'csaf', 'kev', 'epss', 'kb-page']),
      name: z.string(),
    }),
  ),
  /** What `who` names: the person who brought it in, or the source that it came from by itself. */
  by: z.enum(['person', 'source']),
  because: z.optional(UpdateReason),
})
export type Brought = z.infer<typeof Brought>

/** What another rule or catalogue changes of a bulletin without changing what its documents say. */
export const Noted = z.object({
  changes: z.array(Change),
  /** What it came from; null where there is none. */
  document: Brought.shape.document,
  by: Brought.shape.by,
})
export type Noted = z.infer<typeof Noted>

/** Something that has happened to a bulletin. */
export const BulletinEvent = z.union([
  z.object({
    ...ofBulletin,
    topic: z.literal('bulletins'),
    what: z.enum(['added', 'updated', 'withdrawn']),
    /** Null where it was not kept yet. */
    detail: z.nullable(Brought),
  }),
  z.object({ ...ofBulletin, topic: z.literal('changes'), what: z.literal('noted'), detail: Noted }),
  z.object({
    ...ofBulletin,
    topic: z.literal('triage'),
    what: z.literal('set'),
    /** `handover`: what was said to who is assigned now; absent where nothing was. */
    detail: z.object({ from: TriageState, to: TriageState, handover: z.optional(Handover) }),
  }),
  z.object({
    ...ofBulletin,
    topic: z.literal('due'),
    what: z.enum(['extended', 'renewed']),
    /** `first`: the day that the rule gave. `from`: until when it was moved before; null where it was not. */
    detail: z.object({
      first: Day,
      from: z.nullable(Day),
      until: Day,
      reason: DueException.shape.reason,
      renewals: z.int(),
    }),
  }),
  z.object({
    ...ofBulletin,
    topic: z.literal('due'),
    what: z.literal('ended'),
    detail: z.object({ first: Day, until: Day }),
  }),
  z.object({
    ...ofBulletin,
    topic: z.literal('discussion'),
    what: z.literal('said'),
    /** `replyTo`: the number of the text that it answers. `mentions`: whom it names; absent where it names nobody. */
    detail: z.object({
      text: z.nullable(CommentText),
      replyTo: z.optional(z.int()),
      mentions: z.optional(z.array(Mention)),
    }),
  }),
  z.object({
    ...ofBulletin,
    topic: z.literal('discussion'),
    what: z.literal('taken-back'),
    detail: z.object({ of: z.int() }),
  }),
  z.object({ ...ofBulletin, topic: z.literal('field-reports'), what: FieldOutcome, detail: FieldReportDetail }),
  z.object({
    ...ofBulletin,
    topic: z.literal('field-reports'),
    what: z.literal('taken-back'),
    detail: z.object({ of: z.int() }),
  }),
  z.object({ ...ofBulletin, topic: z.literal('lab'), what: z.enum(['recorded', 'corrected']), detail: TestRecord }),
  z.object({
    ...ofBulletin,
    topic: z.literal('issues'),
    what: IssueResolution.shape.state,
    /** `title`: of the issue as it was then. */
    detail: z.object({ issue: z.string(), title: Text, why: IssueResolution.shape.why }),
  }),
  z.object({
    ...ofBulletin,
    topic: z.literal('coverage'),
    what: z.literal('reported'),
    detail: z.object({ machines: z.array(CheckedMachine) }),
  }),
  z.object({ ...ofBulletin, topic: z.literal('rollouts'), what: z.literal('measured'), detail: WaveMeasurement }),
  z.object({
    ...ofBulletin,
    topic: z.literal('rollouts'),
    what: z.literal('withdrawn'),
    detail: z.object({ of: z.int() }),
  }),
  z.object({
    ...ofBulletin,
    topic: z.literal('decision'),
    what: Verdict,
    /** `basis`: how all was assessed when it was signed; null where that was not kept yet. */
    detail: z.object({ note: Decision.shape.note, basis: z.nullable(Assessed) }),
  }),
  /** Of a hold that is on this bulletin alone; others are about none. */
  z.object({ ...ofBulletin, topic: z.literal('holds'), what: z.enum(holdEvents), detail: HoldSaid }),
])
export type BulletinEvent = z.infer<typeof BulletinEvent>

export const Topic = z.enum(topics)
export type Topic = z.infer<typeof Topic>

/** The most bulletins that are named one by one to an open page. */
export const maxNamed = 100

/** What has happened since the page was last told: by topic the bulletins, null where they are too many to name, or where it is about none, as the fleet. */
export const Changes = z.object({
  /** The number of the last event. */
  last: z.int(),
  topics: z.partialRecord(Topic, z.nullable(z.array(BulletinId))),
})
export type Changes = z.infer<typeof Changes>
