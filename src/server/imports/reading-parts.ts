/** What the server and the process that reads tell each other of a document: its bytes, its facts, and then its parts as JSON. */
import type { PackedBulletin } from '../../contract/packed-bulletin.ts'
import type { CveRecord } from '../../contract/signals.ts'
import { packed, unpacked } from '../../domain/bulletin/packed.ts'
import type { EpssBlock } from '../../domain/vulnerability/epss.ts'
import type { Platform } from '../../contract/platform.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'
import type { FeedIndex } from '../../feeds/listing.ts'
import type { Inventory, ReadingHow, ReadMachine } from '../../feeds/inventory/gather.ts'
import type { ReadDocument, ReadingOptions } from './read-document.ts'
import type { ReadInventory, RefusedFile } from './read-inventory.ts'

export type Asked =
  /** A document of this many bytes comes, in pieces. */
  | { task: 'begin'; bytes: number }
  | { task: 'bytes'; bytes: Uint8Array }
  | { task: 'read'; options: ReadingOptions }
  | { task: 'list'; base: string }
  | { task: 'inventory'; how: ReadingHow }
  /** The next part of the document or the file that was asked for last. */
  | { task: 'more' }

type Part = { of: 'platforms' | 'bulletins' | 'knownExploited' | 'epssBlocks' | 'cveRecords'; items: string[] }

export type ReaderAnswer =
  | { answer: 'ready' }
  | { answer: 'facts'; facts: Omit<ReadDocument, Part['of']> }
  | { answer: 'part'; part: Part }
  | { answer: 'end' }
  | { answer: 'list'; listing: FeedIndex | null }
  /** What a file of machines is; the machines follow, as JSON. */
  | { answer: 'file'; file: Omit<Inventory, 'machines'> | RefusedFile }
  | { answer: 'machines'; items: string[] }
  | { answer: 'failed'; error: string }

/** A part is read within a moment, unless it is one large item. */
const maxLetters = 500_000

/** Texts of which each is read within a moment; each value is forgotten as it is told. */
function* asTexts(list: unknown[]): Generator<string[]> {
  let [items, letters]: [string[], number] = [[], 0]
  for (let at = 0; at < list.length; at++) {
    const item = JSON.stringify(list[at])
    list[at] = null
    items.push(item)
    letters += item.length
    if (letters < maxLetters && at < list.length - 1) continue
    yield items
    ;[items, letters] = [[], 0]
  }
}

/** The answers that a document is told in; each list is forgotten as it is told. */
export function* toldInParts({
  platforms,
  bulletins,
  knownExploited,
  epssBlocks,
  cveRecords,
  ...facts
}: ReadDocument): Generator<ReaderAnswer> {
  yield { answer: 'facts', facts }
  const lists = { platforms, bulletins: bulletins.map(packed), knownExploited, epssBlocks, cveRecords }
  for (const [of, list] of Object.entries(lists) as [Part['of'], unknown[]][])
    for (const items of asTexts(list)) yield { answer: 'part', part: { of, items } }
  yield { answer: 'end' }
}

/** Puts a part to what is there of a document. */
export function addPart(read: ReadDocument, { of, items }: Part): void {
  const add = <T>(list: T[]) => {
    // It was made of such values a moment ago.
    for (const item of items) list.push(JSON.parse(item) as T)
  }
  if (of === 'platforms') add<Platform>(read.platforms)
  else if (of === 'bulletins')
    for (const item of items) read.bulletins.push(unpacked(JSON.parse(item) as PackedBulletin))
  else if (of === 'knownExploited') add<KnownExploited>(read.knownExploited)
  else if (of === 'epssBlocks') add<EpssBlock>(read.epssBlocks)
  else add<CveRecord>(read.cveRecords)
}

/** The answers that a file of machines is told in. */
export function* fileInParts(read: ReadInventory): Generator<ReaderAnswer> {
  if ('refused' in read) yield { answer: 'file', file: read.refused }
  else {
    const { machines, ...file } = read.inventory
    yield { answer: 'file', file }
    for (const items of asTexts(machines)) yield { answer: 'machines', items }
  }
  yield { answer: 'end' }
}

/** The machines of a part, which were such values a moment ago. */
export const machinesIn = (items: readonly string[]): ReadMachine[] =>
  items.map((item) => JSON.parse(item) as ReadMachine)
