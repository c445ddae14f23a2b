/** Which events changed which bulletins: an index over the log, written with each event. */
import type { Kysely, Selectable } from 'kysely'
import { isLoud } from '../../../domain/changes/loud.ts'
import { eventChanges, type Telling } from '../../../domain/changes/event-changes.ts'
import type { Tables } from './tables.ts'

type Row = Selectable<Tables['bulletin_change']>

/** The rows of an event, one for each kind of change that is not quiet. */
export const changeRows = (event_id: number, event: Telling): Row[] =>
  [
    ...new Set(
      eventChanges(event)
        .filter(isLoud)
        .map(({ kind }) => kind),
    ),
  ].map((kind) => ({
    event_id,
    bulletin_id: event.bulletin,
    kind,
  }))

/** Rows that go into one statement. */
const atOnce = 500

/** Writes rows down. */
export async function putChanges(tx: Kysely<Tables>, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce)
    await tx
      .insertInto('bulletin_change')
      .values(rows.slice(at, at + atOnce))
      .execute()
}
