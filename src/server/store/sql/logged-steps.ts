/** What the log tells of how far each bulletin has come: of each event only what that is made from. */
import * as z from 'zod'
import type { LoggedStep } from '../../../domain/reports/steps.ts'
import { DueException } from '../../../contract/due.ts'
import { stateFields } from '../../../contract/triage.ts'
import type { Reader } from './tables.ts'

const Triage = z.object({ to: z.object({ status: stateFields.status, assignee: z.nullable(z.string()) }) })
const { first, until, reason, renewals } = DueException.shape
const Moved = z.object({ first, until, reason, renewals })

type Row = { topic: string; action: string; bulletin: string | null; at: string; who: string; detail: string | null }

function stepOf({ topic, action, bulletin, at, who, detail }: Row): LoggedStep | null {
  if (bulletin === null) return null
  const read = (): unknown => JSON.parse(detail ?? 'null')
  switch (topic) {
    case 'bulletins':
    case 'lab':
    case 'decision':
      return { bulletin, at, who, topic }
    case 'triage':
      return { bulletin, at, who, topic, to: Triage.parse(read()).to }
    case 'due':
      return { bulletin, at, who, topic, moved: action === 'ended' ? null : Moved.parse(read()) }
  }
  return null
}

/** The steps after an event, oldest first; `atMost`: the length of the list. */
export async function stepsAfter(
  db: Reader,
  after: number,
  atMost: number,
): Promise<{ id: number; step: LoggedStep }[]> {
  const rows = await db
    .selectFrom('event')
    .select(['id', 'topic', 'action', 'bulletin_id as bulletin', 'at', 'actor as who'])
    // A lab result may be large, and is not read here.
    .select((of) =>
      of.case().when('topic', 'in', ['triage', 'due']).then(of.ref('detail')).else(null).end().as('detail'),
    )
    .where('id', '>', after)
    .where('bulletin_id', 'is not', null)
    .where((where) =>
      where.or([
        where('topic', 'in', ['triage', 'due', 'lab', 'decision']),
        where.and([where('topic', '=', 'bulletins'), where('action', '=', 'added')]),
      ]),
    )
    .orderBy('id')
    .limit(atMost)
    .execute()
  return rows.flatMap(({ id, ...row }) => {
    const step = stepOf(row)
    return step === null ? [] : [{ id, step }]
  })
}
