import * as z from 'zod'
import { Disclosure, Exploit, Severity } from '../../../contract/words.ts'
import { deriveUrgency } from '../../../domain/bulletin/urgency.ts'
import type { Db } from '../../store/sql/tables.ts'

const Calm = z.object({
  severity: z.nullable(Severity),
  exploit: Exploit,
  disclosure: Disclosure,
  urgency: z.object({ level: z.literal('wait'), basis: z.literal('rule') }),
})

/** A document that waits by the rule, as JSON with the urgency that the rule gives now; null for any other. */
function ratedAgain(json: string): string | null {
  const document: unknown = JSON.parse(json)
  const found = Calm.safeParse(document)
  return found.success ? JSON.stringify({ ...Object(document), urgency: deriveUrgency(found.data) }) : null
}

/** Finds what may wait, so that nothing else is read. */
const waiting = '%"level":"wait"%'

/**
 * Derives again how soon to deploy what waits by the rule: also what is of unknown severity waited, as "not critical". So
 * do the parts and the versions of it. One document at a time: there may be thousands.
 */
export async function rateAgain(db: Db): Promise<void> {
  const bulletins = db.selectFrom('bulletin_document').where('document', 'like', waiting)
  for (const { bulletin_id: id } of await bulletins.select('bulletin_id').execute()) {
    const own = db.selectFrom('bulletin_document').where('bulletin_id', '=', id)
    const document = ratedAgain((await own.select('document').executeTakeFirstOrThrow()).document)
    if (document === null) continue
    await db.updateTable('bulletin_document').set({ document }).where('bulletin_id', '=', id).execute()
  }
  const parts = db.selectFrom('bulletin_source').where('content', 'like', waiting)
  for (const { bulletin_id: id, source } of await parts.select(['bulletin_id', 'source']).execute()) {
    const own = db.selectFrom('bulletin_source').where('bulletin_id', '=', id).where('source', '=', source)
    const content = ratedAgain((await own.select('content').executeTakeFirstOrThrow()).content)
    if (content === null) continue
    const part = db.updateTable('bulletin_source').set({ content })
    await part.where('bulletin_id', '=', id).where('source', '=', source).execute()
  }
  const versions = db.selectFrom('bulletin_revision').where('document', 'like', waiting)
  for (const { id } of await versions.select('id').execute()) {
    const own = db.selectFrom('bulletin_revision').where('id', '=', id)
    const document = ratedAgain((await own.select('document').executeTakeFirstOrThrow()).document)
    if (document !== null) await db.updateTable('bulletin_revision').set({ document }).where('id', '=', id).execute()
  }
}
