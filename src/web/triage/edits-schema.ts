/** The shape of the edits that wait for their author. */
import * as z from 'zod'
import { problemCodes } from '../../contract/vocabulary.ts'
import { stateFields, Triaged } from '../../contract/triage.ts'

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

export const WaitingEdits = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('failed'), edit, why: z.enum([...problemCodes, 'offline']) }),
    z.object({ kind: z.literal('lost'), edit, theirs: z.array(Triaged) }),
    z.object({ kind: z.literal('kept'), edit }),
  ]),
)
