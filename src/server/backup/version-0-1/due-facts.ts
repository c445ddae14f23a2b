import type { Bulletin } from '../../../contract/bulletin.ts'
import { dueFactsOf, withEarlier, type KnownFact } from '../../../domain/due/facts.ts'
import { knownSince } from '../../store/sql/due-facts.ts'
import type { Db } from '../../store/sql/tables.ts'
import { bulletinIn } from '../../../domain/bulletin/json.ts'

/** What was known of a bulletin in each of its versions on file, oldest first. */
async function factsOnFile(db: Db, id: string): Promise<KnownFact[]> {
  const versions = await db
    .selectFrom('bulletin_revision')
    .select(['document', 'until'])
    .where('bulletin_id', '=', id)
    .orderBy('id')
    .execute()
  let facts: KnownFact[] = []
  let before: { bulletin: Bulletin; until: string } | null = null
  const present = await db.selectFrom('bulletin_document').select('document').where('bulletin_id', '=', id).execute()
  for (const version of [...versions, ...present.map(({ document }) => ({ document, until: '' }))]) {
    const whole = bulletinIn(version.document)
    const since = knownSince(before?.bulletin ?? null, whole, before?.until ?? '')
    facts = withEarlier(facts, dueFactsOf(whole, whole, since))
    before = { bulletin: whole, until: version.until }
  }
  return facts
}

/** Keeps what was known of each bulletin and since when, and who has moved its due day. One bulletin at a time: there may be thousands. */
export async function noteDueFacts(db: Db): Promise<void> {
  const shipped = db
    .selectFrom('event')
    .select('bulletin_id')
    .where('actor', '=', 'content')
    .where('action', '=', 'added')
    .where('bulletin_id', 'is not', null)
  const ids = await db.selectFrom('bulletin').select('id').where('id', 'not in', shipped).execute()
  for (const { id } of ids)
    await db
      .insertInto('due_facts')
      .values({ bulletin_id: id, facts: JSON.stringify(await factsOnFile(db, id)) })
      .execute()
}
