/** Which version of a document is on file. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { compareVersions, type DocumentVersion, type VersionOrder } from '../../../domain/revisions/document-version.ts'
import { sourceOf } from '../revise.ts'
import type { Reader, Tx } from './tables.ts'
import { bulletinIn } from '../../../domain/bulletin/json.ts'

export const isCsaf = (key: string): boolean => key.startsWith('csaf ')

/** The bulletins of which a document says something, in order. */
export async function listedBy(tx: Reader, key: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('bulletin_source')
    .select('bulletin_id')
    .where('source', '=', key)
    .orderBy('bulletin_id')
    .execute()
  return rows.map(({ bulletin_id }) => bulletin_id)
}

/**
 * Advisories that were read before their namespace was kept went by the name of their publisher: what such a one says is
 * now what the document of the namespace says.
 */
export async function adopt(tx: Tx, key: string, incoming: Bulletin): Promise<void> {
  const { kind, document } = incoming.source
  const former = sourceOf({ source: { kind, document, retrievedAt: null } })
  if (former === key || (await listedBy(tx, key)).length > 0) return
  await tx.updateTable('bulletin_source').set({ source: key }).where('source', '=', former).execute()
}

/** What the parts of a document tell of its version, where that was not kept: less than the document itself does. */
async function versionOfParts(tx: Reader, key: string): Promise<VersionOrder | null> {
  const rows = await tx.selectFrom('bulletin_source').select('content').where('source', '=', key).execute()
  const versions = rows.map(({ content }): VersionOrder => {
    const { revision, updatedOn, source } = bulletinIn(content)
    if (!isCsaf(key)) return [{ moment: updatedOn }]
    return [{ version: revision }, ...(source.releasedAt === undefined ? [] : [{ moment: source.releasedAt }])]
  })
  return versions.toSorted(compareVersions).at(-1) ?? null
}

/** The version of a document that is on file; null where none is. */
export async function versionOnFile(tx: Reader, key: string): Promise<VersionOrder | null> {
  const row = await tx.selectFrom('document').select('version').where('key', '=', key).executeTakeFirst()
  return row === undefined ? versionOfParts(tx, key) : (JSON.parse(row.version) as VersionOrder)
}

/** Keeps which version is on file now, and gives the row that it replaces, as JSON; null where there was none. */
export async function keepVersion(
  tx: Tx,
  { key, order }: DocumentVersion,
  { at, who, importId }: { at: string; who: string; importId: number },
): Promise<string | null> {
  const before = await tx.selectFrom('document').selectAll().where('key', '=', key).executeTakeFirst()
  const row = { version: JSON.stringify(order), read_at: at, read_by: who, import_id: importId }
  await tx
    .insertInto('document')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
  return before === undefined ? null : JSON.stringify(before)
}
