import * as z from 'zod'
import type { Change, ChangeEntry } from '../../../contract/changes.ts'
import type { BulletinEvent } from '../../../contract/events.ts'
import { Day, Text } from '../../../contract/text.ts'
import { eventChanges } from '../../../domain/changes/event-changes.ts'
import { isLoud } from '../../../domain/changes/loud.ts'
import { byId } from '../../../domain/table/by-id.ts'
import type { ChangePlace } from '../changes.ts'
import { asEvent } from './recording.ts'
import type { Reader } from './tables.ts'

const Described = z.object({ title: Text, publishedOn: Day })

/** What an event that is about no bulletin changes of one: by what was set or read of the fleet it concerns machines. */
const ofFleet: readonly Change[] = [{ kind: 'machines-affected', of: [] }]

function documentIn(event: BulletinEvent): ChangeEntry['document'] {
  return event.topic === 'bulletins' || event.topic === 'changes' ? (event.detail?.document ?? null) : null
}

/** What is told of each place of a list, in its order. What is no longer on file is left out. */
export async function entriesOf(db: Reader, places: readonly ChangePlace[]): Promise<ChangeEntry[]> {
  if (places.length === 0) return []
  const [events, bulletins] = [places.map(({ event }) => event), places.map(({ bulletin }) => bulletin)]
  const rows = await db.selectFrom('event').selectAll().where('id', 'in', events).execute()
  const summaries = await db.selectFrom('bulletin').selectAll().where('id', 'in', bulletins).execute()
  const eventOf = byId(rows)
  const summaryOf = new Map(summaries.map(({ id, summary }) => [id, summary]))
  return places.flatMap(({ event: id, bulletin }): ChangeEntry[] => {
    const [row, summary] = [eventOf.get(id), summaryOf.get(bulletin)]
    if (row === undefined || summary === undefined) return []
    const head = { event: id, at: row.at, bulletin, who: row.actor, ...Described.parse(JSON.parse(summary)) }
    if (row.bulletin_id === null) return [{ ...head, document: null, changes: [...ofFleet] }]
    const event = asEvent(row)
    return [{ ...head, document: documentIn(event), changes: eventChanges(event).filter(isLoud) }]
  })
}
