/** Takes out again what came in. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { UpdateReason } from '../../../contract/events.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { ImportStore } from '../imports.ts'
import type { Parts } from '../revise.ts'
import { catalogueKey, importFigures, isCovered, lastImports, letGo } from './imports.ts'
import { cveRecordSource, putBackRecords } from './cve-records.ts'
import { dropBlocks } from './epss.ts'
import { countSignals, dropSignals } from './remove-signals.ts'
import { changesTo, countEntries, type EntryChange } from './known-exploited.ts'
import { readWhole, rewrite, type RewriteJob } from './bulletin-sources.ts'
import { dropUnused } from './platforms.ts'
import { dropReference, isReference, putBackReference } from './references.ts'
import { pagesAfter } from './pages.ts'
import { inBatches, noteQuietly } from './recording.ts'
import { changeCatalogue } from './save-known-exploited.ts'
import { writeRun } from './runs.ts'
import { beforeReplacingLess } from './superseded.ts'
import type { Access, Reader, Tables, Tx } from './tables.ts'
import { bulletinIn } from '../../../domain/bulletin/json.ts'

/** Entries of the catalogue that are read at a time. */
const entriesAtOnce = 5000

/** Whether the team has written down anything of a bulletin. */
async function isRecordedOf(tx: Tx, id: string): Promise<boolean> {
  const event = await tx
    .selectFrom('event')
    .select('id')
    .where('bulletin_id', '=', id)
    .where('topic', '!=', 'bulletins')
    .limit(1)
    .executeTakeFirst()
  return event !== undefined
}

/**
 * Sets what the documents say of a bulletin. One that nothing is left of goes, unless it was withdrawn before, or the team
 * has recorded anything of it: then it is withdrawn. Gives the platforms of one that goes.
 */
async function leaveWith(
  job: RewriteJob,
  id: string,
  { after, wasWithdrawn }: { after: (parts: Parts) => Parts; wasWithdrawn: boolean },
): Promise<string[]> {
  const known = await readWhole(job.tx, id)
  const parts = after(known.parts)
  if (parts.size > 0 || (known.stored !== null && (wasWithdrawn || (await isRecordedOf(job.tx, id))))) {
    await rewrite(job, id, known, parts, null)
    return []
  }
  await job.tx.deleteFrom('bulletin').where('id', '=', id).execute()
  return known.stored?.platforms.map(({ platform }) => platform) ?? []
}

/** Puts back what an import has replaced. */
async function putBack(job: RewriteJob, importId: number): Promise<string[]> {
  const rows = await job.tx
    .selectFrom('replaced_source')
    .selectAll()
    .where('import_id', '=', importId)
    .where('source', 'not in', [catalogueKey, cveRecordSource])
    .execute()
  const unused: string[] = []
  const noteReplacedLess = await beforeReplacingLess(job.tx, [...new Set(rows.map(({ subject }) => subject))])
  for (const [id, own] of Map.groupBy(rows, ({ subject }) => subject)) {
    const replaced = new Map(own.map(({ source, content }) => [source, content]))
    const returning = [...replaced].flatMap(([source, content]): [string, Bulletin][] =>
      content === null ? [] : [[source, bulletinIn(content)]],
    )
    const after = (parts: Parts): Parts => new Map([...[...parts].filter(([key]) => !replaced.has(key)), ...returning])
    const wasWithdrawn = own.some(({ was_withdrawn }) => was_withdrawn === 1)
    for (const each of await leaveWith(job, id, { after, wasWithdrawn })) unused.push(each)
    await yieldToEventLoop()
  }
  await noteReplacedLess({ ...job, document: null })
  return unused
}

/** Puts back what an import of the catalogue has replaced: many entries, page by page. */
async function putBackEntries(job: RewriteJob, importId: number): Promise<void> {
  const changes: Pick<EntryChange, 'cve' | 'after'>[] = []
  const rows = job.tx
    .selectFrom('replaced_source')
    .select(['subject as cve', 'content as after'])
    .where('import_id', '=', importId)
    .where('source', '=', catalogueKey)
    .orderBy('subject')
    .limit(entriesAtOnce)
  const readAfter = (last: string) => rows.where('subject', '>', last).execute()
  for await (const page of pagesAfter('', readAfter, (end) => end.cve)) for (const change of page) changes.push(change)
  await changeCatalogue(job, changes)
}

async function undo(job: RewriteJob, id: number): Promise<Awaited<ReturnType<ImportStore['undo']>>> {
  const { tx, at, who } = job
  const row = await tx.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return 'missing'
  if (row.undone_at !== null) return 'undone'
  if (row.is_held !== 1) return 'too-old'
  if (await isCovered(tx, row)) return 'covered'
  const { document, before, name } = row
  if (document === catalogueKey) await putBackEntries(job, id)
  await putBackRecords(tx, id)
  await dropBlocks(tx, id)
  const isOther = document !== null && isReference(document)
  if (isOther) await putBackReference(job, id)
  const unused = isOther ? [] : await putBack(job, id)
  if (document !== null) await tx.deleteFrom('document').where('key', '=', document).execute()
  if (before !== null)
    await tx
      .insertInto('document')
      .values(JSON.parse(before) as Tables['document'])
      .execute()
  await letGo(tx, [id])
  await tx.updateTable('import').set({ undone_at: at, undone_by: who }).where('id', '=', id).execute()
  await dropUnused(tx, unused)
  await noteQuietly(job, 'import-undone', { import: id, name })
  return 'done'
}

/** The documents that a source has brought, and nobody else since: by their keys, and the bulletins in our own shape. */
async function broughtBy(tx: Reader, source: string) {
  const documents = await tx
    .selectFrom('document')
    .innerJoin('import', 'import.id', 'document.import_id')
    .select('document.key')
    .where('import.source_id', '=', source)
    .execute()
  const keys = new Set(documents.map(({ key }) => key))
  const parts = await tx
    .selectFrom('bulletin_source')
    .innerJoin('import', 'import.id', 'bulletin_source.import_id')
    .select(['bulletin_source.bulletin_id', 'bulletin_source.source'])
    .where('import.source_id', '=', source)
    .where('import.document', 'is', null)
    .execute()
  for (const batch of inBatches([...keys])) {
    const listed = await tx
      .selectFrom('bulletin_source')
      .select(['bulletin_id', 'source'])
      .where('source', 'in', batch)
      .execute()
    for (const part of listed) parts.push(part)
  }
  return { keys, parts: Map.groupBy(parts, ({ bulletin_id }) => bulletin_id) }
}

/** Forgets all that was seen by sources that list what this one has brought: what is taken out is new to them. */
async function forget(tx: Tx, source: string): Promise<void> {
  const alike = tx
    .selectFrom('fetched_document as own')
    .innerJoin('import', 'import.name', 'own.url')
    .select('own.source_id')
    .where('import.source_id', '=', source)
  await tx
    .deleteFrom('fetched_document')
    .where((is) => is.or([is('source_id', '=', source), is('source_id', 'in', alike)]))
    .execute()
}

async function removeDocuments(job: RewriteJob, source: string): Promise<number> {
  const { tx } = job
  const { keys, parts } = await broughtBy(tx, source)
  const unused: string[] = []
  const noteReplacedLess = await beforeReplacingLess(tx, [...parts.keys()])
  for (const [id, own] of parts) {
    const gone = new Set(own.map((part) => part.source))
    const after = (said: Parts): Parts => new Map([...said].filter(([key]) => !gone.has(key)))
    for (const each of await leaveWith(job, id, { after, wasWithdrawn: false })) unused.push(each)
    await yieldToEventLoop()
  }
  await noteReplacedLess({ ...job, document: null })
  const changed = keys.has(catalogueKey) ? await changeCatalogue(job, await changesTo(tx, new Map())) : []
  for (const key of keys) if (isReference(key)) for (const each of await dropReference(job, key)) changed.push(each)
  const signals = await dropSignals(tx, source, keys)
  for (const key of keys) {
    await tx.deleteFrom('document').where('key', '=', key).execute()
    const imports = await tx.selectFrom('import').select('id').where('document', '=', key).execute()
    await letGo(
      tx,
      imports.map(({ id }) => id),
    )
  }
  const own = await tx.selectFrom('import').select('id').where('source_id', '=', source).execute()
  await letGo(
    tx,
    own.map(({ id }) => id),
  )
  await dropUnused(tx, unused)
  await forget(tx, source)
  if (keys.size + parts.size + signals > 0) await noteQuietly(job, 'documents-removed', { source })
  return parts.size + changed.length
}

/** What came in, in a database. */
export const sqlImports = (access: Access): ImportStore => {
  const { db, single, now } = access
  const jobOf = (tx: Tx, who: string, because: UpdateReason): RewriteJob => ({
    tx,
    at: now().toISOString(),
    who,
    importId: null,
    by: 'person',
    because,
  })
  return {
    list: (atMost) => lastImports(db, atMost),
    figures: () => importFigures(db),
    undo: (id, who) => writeRun(access, { name: 'import-undone' }, (tx) => undo(jobOf(tx, who, 'import-undone'), id)),
    async countOf(source) {
      const { keys, parts } = await broughtBy(db, source)
      const listed = keys.has(catalogueKey) ? await countEntries(db) : 0
      return { bulletins: parts.size, entries: listed + (await countSignals(db, source, keys)) }
    },
    async adopt(source, name) {
      await single
        .updateTable('import')
        .set({ source_id: source })
        .where('name', '=', name)
        .where('source_id', 'is not', null)
        .where('source_id', 'not in', (sources) => sources.selectFrom('source').select('source.id'))
        .execute()
    },
    removeDocuments: (source, who) =>
      writeRun(access, { name: source }, (tx) => removeDocuments(jobOf(tx, who, 'documents-removed'), source)),
  }
}
