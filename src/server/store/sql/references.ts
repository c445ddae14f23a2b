/** Documents that are no bulletins, in a database. */
import type { Brought } from '../../../contract/events.ts'
import type { Saved } from '../../../contract/imports.ts'
import { saysTheSame } from '../../../domain/revisions/changed/meaning.ts'
import { compareVersions } from '../../../domain/revisions/document-version.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { ReferenceDocument, ReferenceStore } from '../references.ts'
import type { StoredSummary } from '../../../domain/bulletin/summary.ts'
import { readWhole, rewrite, type RewriteJob, type Written } from './bulletin-sources.ts'
import { keepVersion, versionOnFile } from './documents.ts'
import { beginImport, endImport } from './imports.ts'
import { noteQuietly } from './recording.ts'
import { writeRun } from './runs.ts'
import type { Access, Tx } from './tables.ts'

/** Whether a document is one of these, by its key. */
export const isReference = (key: string): boolean => /^(?:kb-page|lifecycle) /.test(key)

/** The bulletins of a KB. */
async function bulletinsOfKb(tx: Tx, kb: string): Promise<string[]> {
  const rows = await tx.selectFrom('bulletin').selectAll().where('summary', 'like', `%"${kb}"%`).execute()
  return rows.filter(({ summary }) => (JSON.parse(summary) as StoredSummary).kb.includes(kb)).map(({ id }) => id)
}

/** Makes anew what a reference is about. */
async function remakeFor(
  job: RewriteJob,
  { kind, subject }: Pick<ReferenceDocument, 'kind' | 'subject'>,
  document: Brought['document'],
): Promise<Saved[]> {
  const written: Written[] = []
  for (const id of kind === 'kb-page' ? await bulletinsOfKb(job.tx, subject) : []) {
    const known = await readWhole(job.tx, id)
    written.push(await rewrite(job, id, known, known.parts, document))
    await yieldToEventLoop()
  }
  const isQuiet = written.some(({ isRewritten, isLoud }) => isRewritten && !isLoud)
  if (isQuiet || kind === 'lifecycle') await noteQuietly(job, 'dates-changed')
  return written.filter(({ isLoud }) => isLoud).map(({ saved }) => saved)
}

type Row = Pick<ReferenceDocument, 'kind' | 'subject'> & { key: string; content: string | null }

/** Writes what a document says, and makes anew what that is about; nothing where `content` is null. */
async function putReference(
  job: RewriteJob,
  { key, kind, subject, content }: Row,
  document: Brought['document'] = null,
): Promise<Saved[]> {
  const { tx } = job
  if (content === null) await tx.deleteFrom('reference_document').where('key', '=', key).execute()
  else
    await tx
      .insertInto('reference_document')
      .values({ key, kind, subject, content })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ content }))
      .execute()
  return remakeFor(job, { kind, subject }, document)
}

/** Puts back what an import has replaced. */
export async function putBackReference(job: RewriteJob, importId: number): Promise<void> {
  const rows = await job.tx.selectFrom('replaced_source').selectAll().where('import_id', '=', importId).execute()
  for (const { source: key, subject, content } of rows)
    await putReference(job, { key, kind: key.startsWith('kb-page ') ? 'kb-page' : 'lifecycle', subject, content })
}

/** Takes out a document; gives the bulletins that this changes. */
export async function dropReference(job: RewriteJob, key: string): Promise<Saved[]> {
  const row = await job.tx.selectFrom('reference_document').selectAll().where('key', '=', key).executeTakeFirst()
  return row === undefined ? [] : putReference(job, { ...row, content: null })
}

const withoutDay = (content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'readOn'))

export const sqlReferences = (access: Access): ReferenceStore => ({
  save: ({ document: version, kind, subject, content }, who, origin) =>
    writeRun(access, origin, async (tx) => {
      const { key, order } = version
      const onFile = await versionOnFile(tx, key)
      // A page without a date of its own is as it is today.
      const isDated = onFile !== null && onFile.length > 0 && order.length > 0
      const age = onFile === null ? 1 : isDated ? compareVersions(order, onFile) : 0
      if (age < 0) return { outcome: 'older', saved: [] }
      const row = tx.selectFrom('reference_document').select('content').where('key', '=', key)
      const before = (await row.executeTakeFirst())?.content ?? null
      if (before !== null && saysTheSame(withoutDay(JSON.parse(before) as object), content))
        return { outcome: 'unchanged', saved: [] }

      const at = access.now().toISOString()
      const { name = key, source = null, by = 'person' } = origin ?? {}
      const importId = await beginImport(tx, { at, who, name, kind, document: key, source })
      const job: RewriteJob = { tx, at, who, importId, by }
      await tx
        .insertInto('replaced_source')
        .values({ import_id: importId, source: key, subject, content: before, was_withdrawn: 0 })
        .execute()
      const readOn = kind === 'kb-page' ? { readOn: at.slice(0, 10) } : {}
      const text = JSON.stringify({ ...content, ...readOn })
      const about = kind === 'kb-page' ? { kind, name: `KB${subject}` } : null
      const saved = await putReference(job, { key, kind, subject, content: text }, about)
      const replaced = await keepVersion(tx, version, { at, who, importId })
      await endImport(tx, { id: importId, document: key, saved, before: replaced })
      return { outcome: 'stored', saved }
    }),
  async ofKind(kind) {
    const rows = await access.db
      .selectFrom('reference_document')
      .select('content')
      .where('kind', '=', kind)
      .orderBy('key')
      .execute()
    return rows.map(({ content }): unknown => JSON.parse(content))
  },
})
