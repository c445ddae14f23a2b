import { isDeepStrictEqual } from 'node:util'
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { Saved } from '../../../contract/imports.ts'
import { canonical } from '../../../domain/revisions/canonical.ts'
import { withRecorded } from '../../../domain/lab/recorded.ts'
import { compareVersions, type DocumentVersion } from '../../../domain/revisions/document-version.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { sourceOf, sourcesOf, withoutCombined, type Parts } from '../revise.ts'
import type { BulletinStore } from '../store.ts'
import { bulletinFor, fingerprinted } from './bulletin-ids.ts'
import { adopt, isCsaf, keepVersion, listedBy, versionOnFile } from './documents.ts'
import { beginImport, dropImport, endImport } from './imports.ts'
import { recordedOf } from './lab.ts'
import { named, readWhole, rewrite, type RewriteJob, type Known, type Written } from './bulletin-sources.ts'
import { addPlatforms } from './platforms.ts'
import { noteQuietly } from './recording.ts'
import { writeRun } from './runs.ts'
import { beforeReplacingLess, noteSuperseded } from './superseded.ts'
import type { Access, Tx } from './tables.ts'

const asItWas = (id: string, outcome: 'unchanged' | 'older'): Written => ({
  saved: { id, outcome, changes: [] },
  isRewritten: false,
  arePartsChanged: false,
  isLoud: false,
})

const without = (parts: Parts, isGone: (key: string) => boolean): Parts =>
  new Map([...parts].filter(([key]) => !isGone(key)))

/** Whether a bulletin in our own shape says just what is on file: as documents tell it, or with what the lab has recorded. */
async function isOnFile(tx: Tx, incoming: Bulletin, { stored }: Known): Promise<boolean> {
  if (stored === null) return false
  const given = canonical(incoming)
  return given === canonical(stored) || given === canonical(withRecorded(stored, await recordedOf(tx, stored.id)))
}

/** Brings in a bulletin in our own shape: it names its id itself, and takes the place of the documents that it was made from. */
async function writeOwn(job: RewriteJob, incoming: Bulletin): Promise<Written> {
  const { id } = incoming
  const known = await readWhole(job.tx, id)
  if (await isOnFile(job.tx, incoming, known)) return asItWas(id, 'unchanged')
  const keys = new Set([
    sourceOf(incoming),
    ...sourcesOf(incoming),
    `${incoming.source.kind} ${incoming.source.document}`,
  ])
  if ([...known.parts].some(([key, { updatedOn }]) => keys.has(key) && updatedOn > incoming.updatedOn))
    return asItWas(id, 'older')
  const after = new Map([...without(known.parts, (key) => keys.has(key)), [sourceOf(incoming), incoming]])
  return rewrite(job, id, known, after, named(incoming))
}

/** Brings in what a document says of a bulletin. What another advisory had said of it, when two were taken for one, becomes a bulletin of its own. */
async function writeListed(job: RewriteJob, incoming: Bulletin, key: string): Promise<Written[]> {
  const { id, known } = await bulletinFor(job.tx, incoming, key)
  const strangers = isCsaf(key) ? [...known.parts].filter(([each]) => isCsaf(each) && each !== key) : []
  const kept = without(known.parts, (each) => strangers.some(([stranger]) => stranger === each))
  const after = withoutCombined(new Map([...kept, [key, { ...incoming, id }]]))
  const written = [await rewrite(job, id, known, after, named(incoming))]
  for (const [stranger, part] of strangers) {
    const own = fingerprinted(id, stranger)
    const alone = new Map([[stranger, { ...part, id: own }]])
    written.push(await rewrite(job, own, await readWhole(job.tx, own), alone, named(part)))
  }
  return written
}

/** Takes out of a bulletin what a document said of it, which it says no more. */
async function withdraw(job: RewriteJob, id: string, key: string): Promise<Written> {
  const known = await readWhole(job.tx, id)
  const said = known.parts.get(key)
  const left = without(known.parts, (each) => each === key)
  const written = await rewrite(job, id, known, left, said === undefined ? null : named(said))
  return { ...written, saved: { ...written.saved, outcome: 'withdrawn' } }
}

/** Brings in all of a document, and withdraws what it lists no more. */
async function writeDocument(job: RewriteJob, bulletins: readonly Bulletin[], key: string): Promise<Written[]> {
  const listed = new Set(await listedBy(job.tx, key))
  const written: Written[] = []
  for (const incoming of bulletins) {
    for (const each of await writeListed(job, incoming, key)) written.push(each)
    await yieldToEventLoop()
  }
  for (const { saved } of written) listed.delete(saved.id)
  for (const id of listed) {
    written.push(await withdraw(job, id, key))
    await yieldToEventLoop()
  }
  return written
}

async function writeEach(job: RewriteJob, bulletins: readonly Bulletin[]): Promise<Written[]> {
  const written: Written[] = []
  for (const incoming of bulletins) {
    written.push(await writeOwn(job, incoming))
    await yieldToEventLoop()
  }
  return written
}

/** What becomes of an older version of a document: nothing. */
async function leaveOlder(tx: Tx, bulletins: readonly Bulletin[], key: string): Promise<Saved[]> {
  const saved: Saved[] = []
  for (const incoming of bulletins) saved.push(asItWas((await bulletinFor(tx, incoming, key)).id, 'older').saved)
  return saved
}

/** Whether two orders say the same, to the letter. */
const isSameOrder = (a: DocumentVersion['order'] | null, b: DocumentVersion['order']) => isDeepStrictEqual(a, b)

/** What documents bring, in a database. */
export function sqlRevisions(access: Access): Pick<BulletinStore, 'seed' | 'save'> {
  const { write, now } = access
  return {
    seed: (content) =>
      write(async (tx) => {
        const isNew = await addPlatforms(tx, content.platforms)
        const present = new Set((await tx.selectFrom('bulletin').select('id').execute()).map(({ id }) => id))
        const fresh = content.bulletins.filter(({ id }) => !present.has(id))
        const at = now().toISOString()
        const job: RewriteJob = { tx, at, who: 'content', importId: null, by: 'source' }
        const nothing: Known = { stored: null, parts: new Map() }
        for (const bulletin of fresh)
          await rewrite(job, bulletin.id, nothing, new Map([[sourceOf(bulletin), bulletin]]), named(bulletin))
        if (isNew && fresh.length === 0) await noteQuietly(job, 'platforms-added')
        return { added: fresh.map(({ id }) => id) }
      }),
    save: ({ platforms, bulletins, document = null }, who, origin) =>
      writeRun(access, origin, async (tx) => {
        const [first] = bulletins
        if (document !== null && isCsaf(document.key) && first !== undefined) await adopt(tx, document.key, first)
        const onFile = document === null ? null : await versionOnFile(tx, document.key)
        const age = document === null || onFile === null ? 1 : compareVersions(document.order, onFile)
        if (document !== null && age < 0) return leaveOlder(tx, bulletins, document.key)

        const at = now().toISOString()
        const key = document?.key ?? null
        const [kind = 'bulletins'] = key?.split(' ', 1) ?? []
        const { name = key ?? kind, source = null, by = 'person' } = origin ?? {}
        const importId = await beginImport(tx, { at, who, name, kind, document: key, source })
        const job: RewriteJob = { tx, at, who, importId, by, ...(age === 0 && { because: 'same-version' }) }
        const isNew = await addPlatforms(tx, platforms)
        const noting = { at, who, document: first === undefined ? null : named(first), by }
        await noteSuperseded(tx, noting, bulletins)
        const onFileBefore = key === null ? bulletins.map(({ id }) => id) : await listedBy(tx, key)
        const noteReplacedLess = await beforeReplacingLess(tx, onFileBefore)
        const written =
          document === null ? await writeEach(job, bulletins) : await writeDocument(job, bulletins, document.key)
        await noteReplacedLess(noting)
        const saved = written.map((each) => each.saved)
        const isNewOrder = document !== null && !isSameOrder(onFile, document.order)
        if (isNewOrder || written.some(({ arePartsChanged }) => arePartsChanged)) {
          const before = document === null ? null : await keepVersion(tx, document, { at, who, importId })
          await endImport(tx, { id: importId, document: key, saved, before })
        } else await dropImport(tx, importId)
        const isTold = written.some(({ isLoud }) => isLoud)
        if (!isTold && isNew) await noteQuietly(job, 'platforms-added')
        else if (!isTold && written.some(({ isRewritten }) => isRewritten)) await noteQuietly(job, 'dates-changed')
        return saved
      }),
  }
}
