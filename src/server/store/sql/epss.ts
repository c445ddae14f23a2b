/** Lists of EPSS in a database, in blocks of the import that has brought them. */
import { randomInt } from 'node:crypto'
import type { Change } from '../../../contract/changes.ts'
import type { Saved } from '../../../contract/imports.ts'
import { compareVersions, type VersionOrder } from '../../../domain/revisions/document-version.ts'
import {
  isComparable,
  risesIn,
  type EpssBlock,
  type EpssList,
  type EpssRise,
} from '../../../domain/vulnerability/epss.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { SignalStore } from '../signals.ts'
import type { SavedCatalogue } from '../store.ts'
import { keepVersion } from './documents.ts'
import { beginImport, endImport, letGo } from './imports.ts'
import { noteChanges, noteQuietly } from './recording.ts'
import { eachSummary } from './summaries.ts'
import { writeRun } from './runs.ts'
import type { Access, Reader, Tx } from './tables.ts'

/** The document of the daily list; lists without a day have keys that begin with it. */
const epssKey = 'epss'
export const isEpssKey = (key: string): boolean => key === epssKey || key.startsWith(`${epssKey} `)

/** The event of a list that is on file. */
export const epssStored = 'epss-stored'

/** The block that says which list it is. */
const about = 'about'

/** Blocks that go into one statement, or are looked through at a time: of each some twenty kilobytes. */
export const blocksAtOnce = 20

/** Blocks that are compared at a time: a thousand lines each, twice. */
const comparedAtOnce = 4

type OnFile = { importId: number; order: VersionOrder; list: EpssList }

/** Which list is on file under a key. */
async function listOnFile(db: Reader, key: string): Promise<OnFile | null> {
  const row = await db
    .selectFrom('document')
    .innerJoin('epss_block', 'epss_block.import_id', 'document.import_id')
    .select(['document.import_id as importId', 'document.version', 'epss_block.content'])
    .where('document.key', '=', key)
    .where('epss_block.block', '=', about)
    .executeTakeFirst()
  if (row === undefined) return null
  const { importId, version, content } = row
  return { importId, order: JSON.parse(version) as VersionOrder, list: JSON.parse(content) as EpssList }
}

/** The lists that count: the daily one, or where there is none all those without a day, the oldest import first. */
export async function listsThatCount(db: Reader): Promise<OnFile[]> {
  const daily = await listOnFile(db, epssKey)
  if (daily !== null) return [daily]
  const keys = await db.selectFrom('document').select('key').where('key', 'like', `${epssKey} %`).execute()
  const lists: OnFile[] = []
  for (const { key } of keys) {
    const list = await listOnFile(db, key)
    if (list !== null) lists.push(list)
  }
  return lists.toSorted((a, b) => a.importId - b.importId)
}

/** The blocks of an import by these names. */
export async function readBlocks(db: Reader, importId: number, names: readonly string[]): Promise<EpssBlock[]> {
  return db
    .selectFrom('epss_block')
    .select(['block', 'content'])
    .where('import_id', '=', importId)
    .where('block', 'in', names)
    .execute()
}

/** The blocks of a list, some at a time, with those of the same names that are on file. */
async function* besideThoseOnFile(db: Reader, blocks: readonly EpssBlock[], importId: number) {
  for (let at = 0; at < blocks.length; at += blocksAtOnce) {
    const some = blocks.slice(at, at + blocksAtOnce)
    const names = some.map(({ block }) => block)
    const onFile = new Map((await readBlocks(db, importId, names)).map((each) => [each.block, each]))
    for (const [place, each] of some.entries()) {
      yield { now: each, before: onFile.get(each.block) ?? null }
      if (place % comparedAtOnce === comparedAtOnce - 1) await yieldToEventLoop()
    }
  }
}

/** Whether a list says just what is on file. */
async function isSame(db: Reader, list: EpssList, blocks: readonly EpssBlock[], before: OnFile): Promise<boolean> {
  if (JSON.stringify(list) !== JSON.stringify(before.list)) return false
  for await (const { now, before: other } of besideThoseOnFile(db, blocks, before.importId))
    if (other?.content !== now.content) return false
  return true
}

/** What has risen over the threshold since the list on file, by the bulletins that it is of. */
async function risesByBulletin(db: Reader, blocks: readonly EpssBlock[], before: OnFile) {
  const rises = new Map<string, EpssRise>()
  for await (const { now, before: other } of besideThoseOnFile(db, blocks, before.importId))
    for (const rise of risesIn(now, other)) rises.set(rise.cve, rise)
  const byBulletin = new Map<string, EpssRise[]>()
  if (rises.size === 0) return byBulletin
  for await (const { id, summary } of eachSummary(db)) {
    const own = new Set(summary.vulnerabilities.flatMap(({ cve }) => rises.get(cve ?? '') ?? []))
    if (own.size > 0)
      byBulletin.set(
        id,
        [...own].toSorted((a, b) => b.to - a.to),
      )
  }
  return byBulletin
}

const changesOf = (rises: readonly EpssRise[], on: string | null): Change[] =>
  rises.map(({ cve, from, to }) => ({
    kind: 'epss-up',
    of: [cve],
    ...(from !== undefined && { from: String(from) }),
    to: String(to),
    ...(on !== null && { on }),
  }))

/** Blocks that are written in one transaction: a megabyte, which no other writer waits long for. */
const stagedAtOnce = 60

/**
 * Writes a list where nobody reads it yet, in several short transactions: all of it in one would hold up other writers.
 * Gives the number under which it is there, which is below 0 and no import's.
 */
async function stage(write: Access['write'], list: EpssList, blocks: readonly EpssBlock[]): Promise<number> {
  const all = [{ block: about, content: JSON.stringify(list) }, ...blocks]
  const stageId = -randomInt(1, 2 ** 31)
  for (let at = 0; at < all.length; at += stagedAtOnce) {
    const rows = all.slice(at, at + stagedAtOnce).map((each) => ({ import_id: stageId, ...each }))
    await write(async (tx) => {
      // What a server has left that ended in the middle.
      if (at === 0) await tx.deleteFrom('epss_block').where('import_id', '<', 0).execute()
      for (let from = 0; from < rows.length; from += blocksAtOnce)
        await tx
          .insertInto('epss_block')
          .values(rows.slice(from, from + blocksAtOnce))
          .execute()
    }, 'quietly')
  }
  return stageId
}

/** Makes a staged list that of an import; false where not all of it is there any more. */
async function publish(tx: Tx, stageId: number, importId: number, blocks: readonly EpssBlock[]): Promise<boolean> {
  const names = [about, ...blocks.map(({ block }) => block)]
  let published = 0n
  for (let at = 0; at < names.length; at += blocksAtOnce) {
    const { numUpdatedRows } = await tx
      .updateTable('epss_block')
      .set({ import_id: importId })
      .where('import_id', '=', stageId)
      .where('block', 'in', names.slice(at, at + blocksAtOnce))
      .executeTakeFirst()
    published += numUpdatedRows
    await yieldToEventLoop()
  }
  return published === BigInt(names.length)
}

/** Another list came in meanwhile. */
class Overtaken extends Error {}

/** Keeps of a document the list of now and the one before, to which it can be set back. */
async function dropOlder(tx: Tx, key: string, kept: readonly number[]): Promise<void> {
  const imports = await tx
    .selectFrom('import')
    .select('id')
    .where('document', '=', key)
    .where('id', 'not in', kept)
    .where('id', 'in', (own) => own.selectFrom('epss_block').select('import_id').distinct())
    .execute()
  for (const { id } of imports) await dropBlocks(tx, id)
}

/** Takes out the list that an import has brought. */
export async function dropBlocks(tx: Tx, importId: number): Promise<void> {
  await tx.deleteFrom('epss_block').where('import_id', '=', importId).execute()
}

/** Lets go what was held of a document before an import: of a list only the last one can be taken back. */
async function holdOnly(tx: Tx, key: string, importId: number): Promise<void> {
  const held = await tx
    .selectFrom('import')
    .select('id')
    .where('document', '=', key)
    .where('is_held', '=', 1)
    .where('id', '!=', importId)
    .execute()
  await letGo(
    tx,
    held.map(({ id }) => id),
  )
}

const fail = (outcome: 'older' | 'unchanged', { count }: EpssList): SavedCatalogue => ({
  outcome,
  entries: count,
  saved: [],
})

export const sqlEpss = (access: Access): Pick<SignalStore, 'saveEpss'> => ({
  async saveEpss({ document, list, blocks }, who, origin) {
    const { db, write, now } = access
    const { key, order } = document
    const daily = key === epssKey ? null : await listOnFile(db, epssKey)
    // Of a day that is known more is known than of none.
    if (daily !== null) return fail('older', daily.list)
    for (;;) {
      const before = await listOnFile(db, key)
      const age = before === null ? 1 : compareVersions(order, before.order)
      if (before !== null && age < 0) return fail('older', before.list)
      if (before !== null && age === 0 && (await isSame(db, list, blocks, before))) return fail('unchanged', list)
      const isRising = before !== null && age > 0 && isComparable(list, before.list)
      const rises = isRising ? await risesByBulletin(db, blocks, before) : new Map<string, EpssRise[]>()
      const stageId = await stage(write, list, blocks)
      const saved = await writeRun(access, origin, async (tx): Promise<Saved[]> => {
        if ((await listOnFile(tx, key))?.importId !== before?.importId) throw new Overtaken()
        const at = now().toISOString()
        const { name = key, source = null, by = 'person' } = origin ?? {}
        const importId = await beginImport(tx, { at, who, name, kind: 'epss', document: key, source })
        if (!(await publish(tx, stageId, importId, blocks))) throw new Overtaken()
        const changes = new Map(Array.from(rises, ([id, own]) => [id, changesOf(own, list.on)]))
        await noteChanges(tx, { at, who, document: { kind: 'epss', name: list.on ?? key }, by }, changes)
        await noteQuietly({ tx, at, who }, epssStored, { import: importId, ...list })
        const updated = Array.from(changes, ([id, own]): Saved => ({ id, outcome: 'updated', changes: own }))
        const row = await keepVersion(tx, document, { at, who, importId })
        await endImport(tx, { id: importId, document: key, saved: updated, before: row })
        await holdOnly(tx, key, importId)
        await dropOlder(tx, key, [importId, ...(before === null ? [] : [before.importId])])
        return updated
      }).catch((error: unknown) => {
        if (error instanceof Overtaken) return null
        throw error
      })
      // Another list came in meanwhile: what has risen since that one is looked up anew.
      if (saved !== null) return { outcome: 'stored', entries: list.count, saved }
    }
  },
})
