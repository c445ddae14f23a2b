/** Migrations that change what rows say, and no schema. */
import type { Kysely, Migration } from 'kysely'
import * as z from 'zod'
import { Bulletin } from '../../../contract/bulletin.ts'
import { Disclosure, Exploit } from '../../../contract/words.ts'
import { summarise } from '../../../domain/summary.ts'
import { deriveUrgency } from '../../../domain/urgency.ts'
import type { Tables } from './tables.ts'

/** Makes every summary anew from its document: a migration for each time that the shape of a summary has changed. */
export const summariseAgain: Migration = {
  async up(db: Kysely<Tables>) {
    const ids = await db.selectFrom('bulletin').select('id').execute()
    for (const { id } of ids) {
      const { document } = await db
        .selectFrom('bulletin_document')
        .select('document')
        .where('bulletin_id', '=', id)
        .executeTakeFirstOrThrow()
      const summary = JSON.stringify(summarise(Bulletin.parse(JSON.parse(document))))
      await db.updateTable('bulletin').set({ summary }).where('id', '=', id).execute()
    }
  },
}

/**
 * Brings older events of the record into the shape that they have now. A decision did not keep on what it was made. A text
 * that was taken back was marked like its take-back, which did not name it: the two follow each other.
 */
export const recordAgain: Migration = {
  async up(db: Kysely<Tables>) {
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

const Calmed = z.looseObject({
  severity: z.null(),
  exploit: Exploit,
  disclosure: Disclosure,
  urgency: z.object({ level: z.literal('wait'), basis: z.literal('rule') }),
})

/** A document that was told to wait though its severity is not known, as JSON with the urgency that the rule gives now; null for any other. */
function withoutCalm(json: string): string | null {
  const found = Calmed.safeParse(JSON.parse(json))
  return found.success ? JSON.stringify({ ...found.data, urgency: deriveUrgency(found.data) }) : null
}

/** What a document says whose severity is not known. */
const unrated = '%"severity":null%'

/** Bulletins of unknown severity were "not critical" and told to wait: they, their parts and their versions are rated again. */
export const rateAgain: Migration = {
  async up(db: Kysely<Tables>) {
    const documents = await db.selectFrom('bulletin_document').selectAll().where('document', 'like', unrated).execute()
    for (const { bulletin_id: id, document: before } of documents) {
      const document = withoutCalm(before)
      if (document === null) continue
      await db.updateTable('bulletin_document').set({ document }).where('bulletin_id', '=', id).execute()
      const summary = JSON.stringify(summarise(Bulletin.parse(JSON.parse(document))))
      await db.updateTable('bulletin').set({ summary }).where('id', '=', id).execute()
    }
    const parts = await db.selectFrom('part').selectAll().where('content', 'like', unrated).execute()
    for (const { bulletin_id: id, source, content: before } of parts) {
      const content = withoutCalm(before)
      if (content === null) continue
      const part = db.updateTable('part').set({ content })
      await part.where('bulletin_id', '=', id).where('source', '=', source).execute()
    }
    const versions = await db.selectFrom('replaced').selectAll().where('document', 'like', unrated).execute()
    for (const { id, document: before } of versions) {
      const document = withoutCalm(before)
      if (document !== null) await db.updateTable('replaced').set({ document }).where('id', '=', id).execute()
    }
  },
}
