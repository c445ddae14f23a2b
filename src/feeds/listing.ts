/**
 * What publishers list their documents in: Microsoft's list of months; a CSAF provider's metadata, ROLIE feeds and
 * directories; the CVE programme's list of changed records. What a list is, is seen from the list itself.
 */
import { Unreadable } from './feed.ts'
import { parseJson } from './json.ts'
import { readLines } from './lists/lines.ts'
import { cveChangesIn, readCveChanges } from './lists/cve-changes.ts'
import { listBuilder, defaultListLimits, type ListBuilder, type FeedIndex } from './lists/list-builder.ts'
import { monthsIn, readMonths } from './lists/months.ts'
import { distributionsIn, readProvider } from './lists/provider.ts'
import { entriesIn, readEntries } from './lists/rolie.ts'
import { headOf, decodeText } from './text.ts'

export type { FeedEntry, FeedIndex } from './lists/list-builder.ts'

/** Reads a list in JSON; false where the value is none. */
function readJson(value: unknown, list: ListBuilder): boolean {
  const changes = cveChangesIn(value)
  if (changes !== null) {
    readCveChanges(changes, list)
    return true
  }
  if (typeof value !== 'object' || value === null) return false
  const months = monthsIn(value as Record<string, unknown>)
  if (months !== null) readMonths(months, list)
  const distributions = distributionsIn(value)
  if (distributions !== null) readProvider(distributions, list)
  const entries = entriesIn(value)
  if (entries !== null) readEntries(entries, list)
  return months !== null || distributions !== null || entries !== null
}

/** The text of a list of lines: a line that is no UTF-8 costs only itself. */
function linesIn(bytes: Uint8Array): string {
  try {
    return decodeText(bytes)
  } catch (error) {
    if (error instanceof Unreadable) return new TextDecoder().decode(bytes)
    throw error
  }
}

/**
 * The list that a document is, within limits; null where it is a document itself, or nothing that can be read. An entry
 * that cannot be used is one of its problems, and the others count.
 */
export function listingOf(bytes: Uint8Array, base: string, limits = defaultListLimits): FeedIndex | null {
  const head = headOf(bytes)
  // Of what begins as a JSON list only the log of changed CVE records is one of documents.
  if (head.startsWith('<') || (head.startsWith('[') && !/"fetchTime"/.test(head))) return null
  const list = listBuilder(base, limits)
  try {
    const isList = /^[{[]/.test(head) ? readJson(parseJson(decodeText(bytes)), list) : readLines(linesIn(bytes), list)
    return isList ? list.done() : null
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
