/** Migrations that change what rows say, and no schema. */
import type { Kysely, Migration } from 'kysely'
import * as z from 'zod'
import { Bulletin } from '../../../../contract/bulletin.ts'
import { Disclosure, Exploit, Severity } from '../../../../contract/words.ts'
import { storedSummary } from '../../../../domain/bulletin/summary.ts'
import { deriveUrgency } from '../../../../domain/bulletin/urgency.ts'
import type { EarlierTables } from './earlier-tables.ts'

/** Makes every summary anew from its document: a migration for each time that the shape of a summary has changed. */
export const summariseAgain: Migration = {
  async up(db: Kysely<EarlierTables>) {
    const ids = await db.selectFrom('bulletin').select('id').execute()
    for (const { id } of ids) {
      const { document } = await db
        .selectFrom('bulletin_document')
        .select('document')
        .where('bulletin_id', '=', id)
        .executeTakeFirstOrThrow()
      const summary = JSON.stringify(storedSummary(Bulletin.parse(JSON.parse(document))))
      await db.updateTable('bulletin').set({ summary }).where('id', '=', id).execute()
    }
  },
}

/**
 * Brings older events of the record into the shape that they have now. A decision did not keep on what it was made. A text
 * that was taken back was marked like its take-back, which did not name it: the two follow each other.
 */
export const recordAgain: Migration = {
  async up(db: Kysely<EarlierTables>) {
    const decisions = await db.selectFrom('event').selectAll().where('topic', '=', 'decision').execute()
    for (const { id, detail } of decisions) {
      const kept: unknown = JSON.parse(detail ?? '{}')
      await db
        .updateTable('event')
        .set({ detail: JSON.stringify({ basis: null, ...Object(kept) }) })
        .where('id', '=', id)
        .execute()
    }
    const marked = await db.selectFrom('event').selectAll().where('what', '=', 'taken-back').orderBy('id').execute()
    const byPerson = Map.groupBy(marked, ({ bulletin_id, who }) => `${bulletin_id} ${who}`)
    for (const rows of byPerson.values()) {
      for (const [at, { id }] of rows.entries()) {
        const said = at % 2 === 1 ? rows[at - 1]?.id : undefined
        const now = said === undefined ? { what: 'said' } : { detail: JSON.stringify({ of: said }) }
        await db.updateTable('event').set(now).where('id', '=', id).execute()
      }
    }
  },
}

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
export const rateAgain: Migration = {
  async up(db: Kysely<EarlierTables>) {
    const bulletins = db.selectFrom('bulletin_document').where('document', 'like', waiting)
    for (const { bulletin_id: id } of await bulletins.select('bulletin_id').execute()) {
      const own = db.selectFrom('bulletin_document').where('bulletin_id', '=', id)
      const document = ratedAgain((await own.select('document').executeTakeFirstOrThrow()).document)
      if (document === null) continue
      await db.updateTable('bulletin_document').set({ document }).where('bulletin_id', '=', id).execute()
      const summary = JSON.stringify(storedSummary(Bulletin.parse(JSON.parse(document))))
      await db.updateTable('bulletin').set({ summary }).where('id', '=', id).execute()
    }
    const parts = db.selectFrom('part').where('content', 'like', waiting)
    for (const { bulletin_id: id, source } of await parts.select(['bulletin_id', 'source']).execute()) {
      const own = db.selectFrom('part').where('bulletin_id', '=', id).where('source', '=', source)
      const content = ratedAgain((await own.select('content').executeTakeFirstOrThrow()).content)
      if (content === null) continue
      const part = db.updateTable('part').set({ content })
      await part.where('bulletin_id', '=', id).where('source', '=', source).execute()
    }
    const versions = db.selectFrom('replaced').where('document', 'like', waiting)
    for (const { id } of await versions.select('id').execute()) {
      const own = db.selectFrom('replaced').where('id', '=', id)
      const document = ratedAgain((await own.select('document').executeTakeFirstOrThrow()).document)
      if (document !== null) await db.updateTable('replaced').set({ document }).where('id', '=', id).execute()
    }
  },
}
