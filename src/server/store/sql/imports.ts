/** What came in, kept so that it can be undone. */
import { sql } from 'kysely'
import { importCounts, type DocumentKind, type ImportRecord, type Saved } from '../../../contract/imports.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { Reader, Tx } from './tables.ts'

const forgottenAtOnce = 5000

/** The key of the catalogue of exploited vulnerabilities. */
export const catalogueKey = 'kev'

/** How many imports of a document, and of bulletins in our own shape, can be undone: one after the other, the newest first. */
const maxHeld = 10

/** Where a document comes from: how it is called, and the watched source that has brought it. */
type Origin = { name: string; kind: string; source: string | null }

/** Begins an import; what is written belongs to it by its number. */
export async function beginImport(
  tx: Tx,
  { at, who, document, name, kind, source }: { at: string; who: string; document: string | null } & Origin,
): Promise<number> {
  const { id } = await tx
    .insertInto('import')
    .values({ at, actor: who, name, kind, document, source_id: source, counts: '{}', before: null, is_held: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** An import that has changed nothing is none. */
export async function dropImport(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('import').where('id', '=', id).execute()
}

/** Ends an import: to what it came, and what it replaced as a document. Of the same kind, the oldest are held no longer. */
export async function endImport(
  tx: Tx,
  {
    id,
    document,
    saved,
    before,
  }: { id: number; document: string | null; saved: readonly Saved[]; before: string | null },
): Promise<void> {
  const counts = Object.fromEntries(
    importCounts.map((wanted) => [wanted, saved.filter(({ outcome }) => outcome === wanted).length]),
  )
  await tx
    .updateTable('import')
    .set({ counts: JSON.stringify(counts), before })
    .where('id', '=', id)
    .execute()
  const past = await tx
    .selectFrom('import')
    .select('id')
    .where('document', document === null ? 'is' : '=', document)
    .where('is_held', '=', 1)
    .orderBy('id', 'desc')
    .offset(maxHeld)
    .limit(maxHeld)
    .execute()
  await letGo(
    tx,
    past.map((row) => row.id),
  )
}

/** Takes out what an import has replaced, page by page: of a catalogue that may be much. */
async function forget(tx: Tx, id: number): Promise<void> {
  for (;;) {
    const end = await tx
      .selectFrom('replaced_source')
      .select(['source', 'subject'])
      .where('import_id', '=', id)
      .orderBy('source')
      .orderBy('subject')
      .offset(forgottenAtOnce - 1)
      .limit(1)
      .executeTakeFirst()
    await tx
      .deleteFrom('replaced_source')
      .where('import_id', '=', id)
      .$if(end !== undefined, (rows) =>
        rows.where(sql<boolean>`(source, subject) <= (${end?.source}, ${end?.subject})`),
      )
      .execute()
    if (end === undefined) return
    await yieldToEventLoop()
  }
}

/** Holds imports no longer: they cannot be undone any more. */
export async function letGo(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await forget(tx, id)
    await tx.updateTable('import').set({ is_held: 0, before: null }).where('id', '=', id).execute()
  }
}

/**
 * Whether a later import builds on one: it is of the same document, or has replaced what this one has brought. What came
 * last is undone first.
 */
export async function isCovered(
  tx: Reader,
  { id, document }: { id: number; document: string | null },
): Promise<boolean> {
  const later = tx.selectFrom('import').select('id').where('id', '>', id).where('undone_at', 'is', null)
  if (document !== null && (await later.where('document', '=', document).limit(1).executeTakeFirst()) !== undefined)
    return true
  if (document === catalogueKey) return false
  const shared = await tx
    .selectFrom('replaced_source as own')
    .innerJoin('replaced_source as other', (join) =>
      join.onRef('other.source', '=', 'own.source').onRef('other.subject', '=', 'own.subject'),
    )
    .innerJoin('import', 'import.id', 'other.import_id')
    .select('own.subject')
    .where('own.import_id', '=', id)
    .where('other.import_id', '>', id)
    .where('import.undone_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return shared !== undefined
}

/** How many imports there are that have changed anything, and when the last one did. */
export async function importFigures(db: Reader): Promise<{ count: number; lastAt: string | null }> {
  const row = await db
    .selectFrom('import')
    .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.max<string | null>('at').as('last')])
    .executeTakeFirst()
  return { count: Number(row?.count ?? 0), lastAt: row?.last ?? null }
}

/** The last imports, the newest first. */
export async function lastImports(db: Reader, atMost: number): Promise<ImportRecord[]> {
  const rows = await db.selectFrom('import').selectAll().orderBy('id', 'desc').limit(atMost).execute()
  return Promise.all(
    rows.map(
      async ({
        id,
        at,
        actor: who,
        name,
        kind,
        document,
        source_id: source,
        counts,
        is_held,
        undone_at,
        undone_by,
      }) => ({
        id,
        at,
        who,
        name,
        kind: kind as DocumentKind,
        document,
        source,
        counts: JSON.parse(counts) as ImportRecord['counts'],
        canBeUndone: undone_at === null && is_held === 1 && !(await isCovered(db, { id, document })),
        undone: undone_at === null || undone_by === null ? null : { at: undone_at, by: undone_by },
      }),
    ),
  )
}
