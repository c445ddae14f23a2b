import type { Bulletin } from '../../../contract/bulletin.ts'
import { storedSummary } from '../../../domain/bulletin/summary.ts'
import { fixFactsOf } from '../../../domain/fixes/facts.ts'
import { withRecorded } from '../../../domain/lab/recorded.ts'
import { mergeParts } from '../../../domain/revisions/merge.ts'
import { sourceOf } from '../../store/revise.ts'
import { recordedOf } from '../../store/sql/lab.ts'
import type { Db } from '../../store/sql/tables.ts'
import { Dated } from '../../store/sql/versions.ts'
import { bulletinIn, bulletinText } from '../../../domain/bulletin/json.ts'

/** Each bulletin on file. One document at a time: there may be thousands, and large ones. */
async function* eachDocument(db: Db): AsyncGenerator<Bulletin> {
  for (const { bulletin_id: id } of await db.selectFrom('bulletin_document').select('bulletin_id').execute()) {
    const own = db.selectFrom('bulletin_document').select('document').where('bulletin_id', '=', id)
    yield bulletinIn((await own.executeTakeFirstOrThrow()).document)
  }
}

/** Keeps of each bulletin what its one document says of it: there was one, which is the bulletin. */
export async function noteSources(db: Db): Promise<void> {
  for await (const bulletin of eachDocument(db))
    await db
      .insertInto('bulletin_source')
      .values({ bulletin_id: bulletin.id, source: sourceOf(bulletin), content: bulletinText(bulletin) })
      .execute()
}

/** Keeps day and revision of a version beside it. */
export async function noteDatesOfRevisions(db: Db): Promise<void> {
  for (const { id } of await db.selectFrom('bulletin_revision').select('id').execute()) {
    const own = db.selectFrom('bulletin_revision').select('document').where('id', '=', id)
    const { updatedOn, revision } = Dated.parse(JSON.parse((await own.executeTakeFirstOrThrow()).document))
    await db.updateTable('bulletin_revision').set({ updated_on: updatedOn, revision }).where('id', '=', id).execute()
  }
}

/** Keeps beside each bulletin what it brings to install. */
export async function noteFixes(db: Db): Promise<void> {
  for await (const bulletin of eachDocument(db))
    await db
      .insertInto('bulletin_fix')
      .values({ bulletin_id: bulletin.id, facts: JSON.stringify(fixFactsOf(bulletin)) })
      .execute()
}

/** What the documents of a bulletin say without any catalogue; null where none speaks of it any more. */
async function saidOf(db: Db, id: string): Promise<Bulletin | null> {
  const own = db.selectFrom('bulletin_source').select('content').where('bulletin_id', '=', id)
  const parts = (await own.execute()).map(({ content }) => bulletinIn(content))
  return parts.length === 0 ? null : mergeParts(parts)
}

/** Makes every summary anew: its shape has changed several times. */
export async function summariseAgain(db: Db): Promise<void> {
  for await (const bulletin of eachDocument(db)) {
    const { id } = bulletin
    const said = (await saidOf(db, id)) ?? bulletin
    const summary = JSON.stringify(storedSummary(withRecorded(bulletin, await recordedOf(db, id)), said))
    await db.updateTable('bulletin').set({ summary }).where('id', '=', id).execute()
  }
}
