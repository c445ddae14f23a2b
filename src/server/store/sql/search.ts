/** The index of texts, in a database. It follows the log: what an event is about is indexed again, in writes of its own. */
import { createHash } from 'node:crypto'
import { SearchPlace, searchPlaces, type SearchHit } from '../../../contract/search.ts'
import { gramsOf, gramsOfWord } from '../../../domain/search/grams.ts'
import { passagesOf, type Passage } from '../../../domain/search/passages.ts'
import { sentenceWith } from '../../../domain/search/sentence.ts'
import { withRecorded } from '../../../domain/lab/recorded.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { GramIndex } from '../engines/gram-index.ts'
import type { SearchStore } from '../search.ts'
import { eventsOf } from './events.ts'
import { recordedOf } from './lab.ts'
import { inBatches } from './recording.ts'
import type { Access, Reader, Tx } from './tables.ts'
import { findBulletin } from './versions.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')

/** Bulletins looked for at a time. */
const pageSize = 100

/** Characters that are indexed in one write: few enough that nobody notices. */
const charactersAtOnce = 10_000

/** Passages that are looked through for a word that occurs nearly everywhere. */
const maxPassages = 2000

/** Bulletins that the index does not have, or that events after `last` are about; `next` is the last event that these cover. */
async function staleBulletins(db: Reader): Promise<{ ids: string[]; next: number | null }> {
  const state = await db.selectFrom('indexed_event').select('last').executeTakeFirst()
  const events = await db
    .selectFrom('event')
    .select(['id', 'bulletin_id'])
    .where('id', '>', state?.last ?? 0)
    .orderBy('id')
    .limit(10 * pageSize)
    .execute()
  const end = events.at(-1)
  if (end !== undefined)
    return { ids: [...new Set(events.flatMap(({ bulletin_id }) => bulletin_id ?? []))], next: end.id }
  const missing = await db
    .selectFrom('bulletin')
    .leftJoin('indexed_bulletin', 'indexed_bulletin.bulletin_id', 'bulletin.id')
    .select('bulletin.id')
    .where('indexed_bulletin.bulletin_id', 'is', null)
    .orderBy('bulletin.id')
    .limit(pageSize)
    .execute()
  return { ids: missing.map(({ id }) => id), next: null }
}

/** What there is to index of a bulletin; null where it is gone, which took its rows along. */
async function readPassages(db: Reader, id: string): Promise<Passage[] | null> {
  const bulletin = await findBulletin(db, id)
  if (bulletin === null) return null
  const [recorded, events] = await Promise.all([recordedOf(db, id), eventsOf(db, id)])
  return passagesOf(withRecorded(bulletin, recorded), events)
}

/** The numbers of the texts that are on file, by their hashes. */
async function numbersOf(db: Reader, hashes: readonly string[]): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  for (const batch of inBatches(hashes)) {
    const rows = await db.selectFrom('passage').select(['id', 'hash']).where('hash', 'in', batch).execute()
    for (const { id, hash } of rows) numbers.set(hash, id)
  }
  return numbers
}

/** Texts in groups that one write takes. */
function* grouped(texts: Iterable<[hash: string, text: string]>): Generator<[hash: string, text: string][]> {
  let group: [string, string][] = []
  let length = 0
  for (const each of texts) {
    group.push(each)
    length += each[1].length
    if (length < charactersAtOnce) continue
    yield group
    group = []
    length = 0
  }
  if (group.length > 0) yield group
}

async function putTexts(tx: Tx, texts: readonly [hash: string, text: string][], grams: GramIndex): Promise<void> {
  for (const [hash, text] of texts) {
    const added = await tx
      .insertInto('passage')
      .values({ hash, text })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added !== undefined) await grams.put(tx, added.id, gramsOf(text))
  }
}

/** Sets the passages of a bulletin, whose texts are all on file, and drops the texts that nobody has any longer. */
async function linkPassages(
  tx: Tx,
  id: string,
  passages: readonly Passage[],
  numbers: ReadonlyMap<string, number>,
  grams: GramIndex,
): Promise<void> {
  const keyOf = (row: { place: string; about: string; passage_id: number }) =>
    `${row.passage_id} ${row.place} ${row.about}`
  const wanted = new Map(
    passages.flatMap(({ place, of, text }) => {
      const number = numbers.get(hashOf(text))
      const row = { bulletin_id: id, place, about: of ?? '', passage_id: number ?? 0 }
      return number === undefined ? [] : [[keyOf(row), row] as const]
    }),
  )
  const linked = await tx.selectFrom('bulletin_passage').selectAll().where('bulletin_id', '=', id).execute()
  const gone = linked.filter((row) => !wanted.delete(keyOf(row)))
  for (const batch of inBatches([...wanted.values()])) await tx.insertInto('bulletin_passage').values(batch).execute()
  for (const { place, about, passage_id } of gone) {
    await tx
      .deleteFrom('bulletin_passage')
      .where('bulletin_id', '=', id)
      .where('place', '=', place)
      .where('about', '=', about)
      .where('passage_id', '=', passage_id)
      .execute()
    const dropped = await tx
      .deleteFrom('passage')
      .where('id', '=', passage_id)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom('bulletin_passage').select('bulletin_id').where('passage_id', '=', passage_id))),
      )
      .executeTakeFirst()
    if (dropped.numDeletedRows > 0n) await grams.remove(tx, passage_id)
  }
  await tx
    .insertInto('indexed_bulletin')
    .values({ bulletin_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export function sqlSearch({ db, write }: Access, grams: GramIndex): SearchStore {
  async function index(id: string): Promise<void> {
    const passages = await readPassages(db, id)
    if (passages === null) return
    const texts = new Map(passages.map(({ text }) => [hashOf(text), text]))
    const known = await numbersOf(db, [...texts.keys()])
    const groups = [...grouped([...texts].filter(([hash]) => !known.has(hash)))]
    const last = groups.pop() ?? []
    for (const group of groups) {
      await write((tx) => putTexts(tx, group, grams), 'quietly')
      await yieldToEventLoop()
    }
    // Each write waits for the disk: most bulletins take only this one.
    await write(async (tx) => {
      await putTexts(tx, last, grams)
      await linkPassages(tx, id, passages, await numbersOf(tx, [...texts.keys()]), grams)
    }, 'quietly')
  }

  const rowsWith = (word: string) => {
    const asked = gramsOfWord(word)
    if (asked === null) return null
    return db.selectFrom('bulletin_passage').where('bulletin_passage.passage_id', 'in', grams.passagesWith(asked))
  }

  return {
    async catchUp(signal) {
      for (;;) {
        const { ids, next } = await staleBulletins(db)
        for (const id of ids) {
          if (signal?.aborted === true) return
          await index(id)
          await yieldToEventLoop()
        }
        if (next !== null)
          await write(async (tx) => {
            const { numUpdatedRows } = await tx.updateTable('indexed_event').set({ last: next }).executeTakeFirst()
            if (numUpdatedRows === 0n) await tx.insertInto('indexed_event').values({ last: next }).execute()
          }, 'quietly')
        else if (ids.length === 0) return
      }
    },
    bulletinsWith: (words) =>
      Promise.all(
        words.map(async (word) => {
          const rows = await rowsWith(word)?.select('bulletin_id').distinct().orderBy('bulletin_id').execute()
          return { word, bulletins: (rows ?? []).map(({ bulletin_id }) => bulletin_id) }
        }),
      ),
    async hits(words, limit) {
      const found = new Map<string, { hit: SearchHit; words: number }>()
      const counts = new Map<string, number>()
      const rows = await Promise.all(
        words.map(async (word) => {
          const query = rowsWith(word)
            ?.innerJoin('passage', 'passage.id', 'bulletin_passage.passage_id')
            .select(['bulletin_id', 'place', 'about', 'text', 'passage.id as passage'])
            .limit(maxPassages)
          return (await query?.execute()) ?? []
        }),
      )
      const all = rows.flat().map((row) => ({ ...row, place: SearchPlace.parse(row.place) }))
      for (const { passage, bulletin_id, place } of all) {
        const key = `${passage} ${bulletin_id} ${place}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      const rankOf = (place: SearchPlace) => searchPlaces.indexOf(place)
      for (const { passage, bulletin_id: bulletin, place, about, text } of all) {
        const known = found.get(bulletin)
        const own = counts.get(`${passage} ${bulletin} ${place}`) ?? 0
        const isBetter =
          known === undefined || own > known.words || (own === known.words && rankOf(place) < rankOf(known.hit.place))
        if (isBetter)
          found.set(bulletin, { words: own, hit: { bulletin, place, of: about === '' ? null : about, text } })
      }
      return Array.from(found.values(), ({ hit }) => hit)
        .slice(0, limit)
        .map((hit) => ({ ...hit, text: sentenceWith(hit.text, words) }))
    },
    async isComplete() {
      const { ids, next } = await staleBulletins(db)
      return next === null && ids.length === 0
    },
  }
}
