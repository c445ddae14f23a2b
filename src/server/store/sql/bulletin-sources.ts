/** A bulletin and what each document says of it: read together, and written together with what becomes of it. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { Change } from '../../../contract/changes.ts'
import type { Brought } from '../../../contract/events.ts'
import type { Saved } from '../../../contract/imports.ts'
import { fixFactsOf } from '../../../domain/fixes/facts.ts'
import { nothingRecorded, withRecorded } from '../../../domain/lab/recorded.ts'
import { storedSummary } from '../../../domain/bulletin/summary.ts'
import { remade, type Parts } from '../revise.ts'
import { keepFacts } from './due-facts.ts'
import { currentFleet } from './fleet.ts'
import { affectedChange } from './fleet-exposure.ts'
import { entriesFor } from './known-exploited.ts'
import { recordedOf } from './lab.ts'
import { lastEvent, record } from './recording.ts'
import { pagesOf } from './support-pages.ts'
import type { Tx } from './tables.ts'
import { bulletinIn, bulletinText, checkedBulletin } from '../../../domain/bulletin/json.ts'

/** Who writes, when, and as which import; null where nothing came in. What it tells the history: see there. */
export type RewriteJob = { tx: Tx; at: string; who: string; importId: number | null } & Omit<
  Brought,
  'changes' | 'document'
>

export type Known = {
  /** The present bulletin; null where there is none. */
  stored: Bulletin | null
  parts: Parts
}

/** What was written of a bulletin. */
export type Written = {
  saved: Saved
  /** Whether it reads otherwise than before in any way, and whether what its documents say does. */
  isRewritten: boolean
  arePartsChanged: boolean
  /** Whether its history tells so. */
  isLoud: boolean
}

/** The present bulletin, and what each document says of it. */
export async function readWhole(tx: Tx, id: string): Promise<Known> {
  const row = await tx
    .selectFrom('bulletin_document')
    .select('document')
    .where('bulletin_id', '=', id)
    .executeTakeFirst()
  const parts = await tx
    .selectFrom('bulletin_source')
    .select(['source', 'content'])
    .where('bulletin_id', '=', id)
    .execute()
  return {
    stored: row === undefined ? null : bulletinIn(row.document),
    parts: new Map(parts.map(({ source, content }) => [source, bulletinIn(content)])),
  }
}

/** Writes the parts that differ, and keeps with the import what they were; tells whether any did. */
async function putParts(
  { tx, importId }: RewriteJob,
  id: string,
  { stored, parts }: Known,
  after: Parts,
): Promise<boolean> {
  const keys = [...new Set([...parts.keys(), ...after.keys()])]
  const changed = keys.flatMap((source) => {
    const [before, now] = [parts.get(source), after.get(source)]
    if (before === now) return []
    const [was, content] = [before && bulletinText(before), now && bulletinText(checkedBulletin(now))]
    return was === content ? [] : [{ source, was: was ?? null, content }]
  })
  for (const { source, was, content } of changed) {
    if (importId !== null)
      await tx
        .insertInto('replaced_source')
        .values({
          import_id: importId,
          source,
          subject: id,
          content: was,
          was_withdrawn: Number(stored !== null && parts.size === 0),
        })
        // Of what one import replaces twice, what was there before it counts.
        .onConflict((conflict) => conflict.columns(['import_id', 'source', 'subject']).doNothing())
        .execute()
    if (content === undefined)
      await tx.deleteFrom('bulletin_source').where('bulletin_id', '=', id).where('source', '=', source).execute()
    else
      await tx
        .insertInto('bulletin_source')
        .values({ bulletin_id: id, source, content, import_id: importId })
        .onConflict((conflict) =>
          conflict.columns(['bulletin_id', 'source']).doUpdateSet({ content, import_id: importId }),
        )
        .execute()
  }
  return changed.length > 0
}

/** How the history names the document that a bulletin comes from. */
export const named = ({ source: { kind, document } }: Pick<Bulletin, 'source'>): Brought['document'] => ({
  kind,
  name: document,
})

/** That a bulletin concerns machines of the fleet now, and did not before; null where that is not so. */
async function newlyAffected(tx: Tx, before: Bulletin, after: Bulletin): Promise<Change | null> {
  if (JSON.stringify(before.platforms) === JSON.stringify(after.platforms)) return null
  const { lines } = await currentFleet(tx)
  return affectedChange(before.platforms, after.platforms, lines)
}

/**
 * Sets what the documents say of a bulletin, and makes it anew from that: nothing is written where it is as it was.
 * `document` is what that comes from.
 */
export async function rewrite(
  job: RewriteJob,
  id: string,
  known: Known,
  after: Parts,
  document: Brought['document'],
): Promise<Written> {
  const { tx, at, who, by, because } = job
  const { stored } = known
  const cves = [...after.values()].flatMap(({ vulnerabilities }) => vulnerabilities.flatMap(({ cve }) => cve ?? []))
  const kbs = [...new Set([...after.values()].flatMap(({ kb }) => kb))]
  const { outcome, changes, bulletin, said, isRewritten } = remade(
    stored,
    after,
    await entriesFor(tx, cves),
    await pagesOf(tx, kbs),
  )
  if (isRewritten) {
    const recorded = stored === null ? nothingRecorded : await recordedOf(tx, id)
    const summary = JSON.stringify(storedSummary(withRecorded(bulletin, recorded), said))
    const text = bulletinText(bulletin)
    const changed = (await lastEvent(tx)) + 1
    await tx
      .insertInto('bulletin')
      .values({ id, summary, changed })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ summary, changed }))
      .execute()
    await tx
      .insertInto('bulletin_document')
      .values({ bulletin_id: id, document: text })
      .onConflict((conflict) => conflict.column('bulletin_id').doUpdateSet({ document: text }))
      .execute()
    // What is withdrawn says nothing new.
    if (after.size > 0)
      await keepFacts(tx, id, {
        said,
        whole: bulletin,
        before: stored,
        at,
        isUndone: because === 'import-undone' || because === 'documents-removed',
        isShipped: stored === null && who === 'content',
      })
    const facts = JSON.stringify(fixFactsOf(bulletin))
    await tx
      .insertInto('bulletin_fix')
      .values({ bulletin_id: id, facts })
      .onConflict((conflict) => conflict.column('bulletin_id').doUpdateSet({ facts }))
      .execute()
  }
  if (stored !== null && outcome === 'updated')
    await tx
      .insertInto('bulletin_revision')
      .values({
        bulletin_id: id,
        until: at,
        updated_on: stored.updatedOn,
        revision: stored.revision,
        document: bulletinText(stored),
        changes: JSON.stringify(changes),
      })
      .execute()
  const arePartsChanged = await putParts(job, id, known, after)
  const isLoud = outcome === 'added' || outcome === 'updated'
  if (isLoud) {
    const what = after.size === 0 ? 'withdrawn' : outcome
    const affected = stored === null ? null : await newlyAffected(tx, stored, bulletin)
    const told = affected === null ? changes : [...changes, affected]
    const detail = { changes: told, document, by, ...(because !== undefined && outcome !== 'added' && { because }) }
    await record(tx, at, [{ who, topic: 'bulletins', what, bulletin: id, detail }])
  }
  return { saved: { id, outcome, changes }, isRewritten, arePartsChanged, isLoud }
}
