/** What the tab keeps of edits, in case the page is loaded anew: what waits for its author. */
import * as z from 'zod'
import { problemCodes } from '../../contract/vocabulary.ts'
import { stateFields, Triaged } from '../../contract/triage.ts'
import { noEdits, type PendingEdits } from '../../domain/triage/pending-edits.ts'
import type { DraftItem } from '../lib/drafts.ts'

const { status, assignee, note, reason, reviewOn } = stateFields
const Change = z.object({
  status: z.exactOptional(status),
  assignee: z.exactOptional(assignee),
  note: z.exactOptional(note),
  reason: z.exactOptional(reason),
  reviewOn: z.exactOptional(reviewOn),
})
const Step = z.object({ seen: Triaged, change: Change })
const edit = z.object({ number: z.int(), steps: z.array(Step), draft: z.nullable(Change) })

const schema = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('failed'), edit, why: z.enum([...problemCodes, 'offline']) }),
    z.object({ kind: z.literal('lost'), edit, theirs: z.array(Triaged) }),
    z.object({ kind: z.literal('kept'), edit }),
  ]),
)

export const keptEdits: DraftItem<PendingEdits['open']> = { name: 'triage', schema, empty: noEdits.open }

/** Greater than the number of anything that waits. */
export const nextAfter = (open: PendingEdits['open']): number =>
  Math.max(0, ...open.map(({ edit: { number } }) => number)) + 1
