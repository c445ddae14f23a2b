/** What the tab keeps of attempts, in case the page is loaded anew: what waits for its author. */
import * as z from 'zod'
import { problemCodes } from '../../contract/problem.ts'
import { stateFields, Triaged } from '../../contract/triaged.ts'
import { noAttempts, type Attempts } from '../../domain/triage/pending-edits.ts'
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
const attempt = z.object({ number: z.int(), steps: z.array(Step), draft: z.nullable(Change) })

const schema = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('failed'), attempt, why: z.enum([...problemCodes, 'offline']) }),
    z.object({ kind: z.literal('lost'), attempt, theirs: z.array(Triaged) }),
    z.object({ kind: z.literal('kept'), attempt }),
  ]),
)

export const keptAttempts: DraftItem<Attempts['open']> = { name: 'triage', schema, empty: noAttempts.open }

/** Greater than the number of anything that waits. */
export const nextAfter = (open: Attempts['open']): number =>
  Math.max(0, ...open.map(({ attempt: { number } }) => number)) + 1
