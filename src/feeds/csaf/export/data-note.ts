/**
 * The note by which an advisory of ours is read again as the bulletin that it was made of. It holds the bulletin and its
 * platforms as JSON, and a digest of all the document: CSAF has no field for half of what a bulletin says, and what reads
 * the other half anew would invent the rest.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { PackedBulletin } from '../../../contract/packed-bulletin.ts'
import { Platform, type PlatformId } from '../../../contract/platform.ts'
import { packed, unpacked } from '../../../domain/bulletin/packed.ts'

type Note = { category: string; title?: string; text: string }
type WithNotes = { document: { notes?: readonly Note[] } }
export type Data = { bulletin: Bulletin; platforms: Platform[] }

const title = 'HotFix Report: data'
const format = 'hotfix-report-bulletin-1'

const isDataNote = (note: Note) => note.category === 'other' && note.title === title

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Of a document without that note, and of what the note holds; white space and the order of fields do not count. */
function digestOf(advisory: WithNotes, data: unknown): string {
  const { document } = advisory
  const bare = { ...advisory, document: { ...document, notes: document.notes?.filter((note) => !isDataNote(note)) } }
  return createHash('sha256')
    .update(JSON.stringify([bare, data], sorted))
    .digest('base64url')
}

/** All platforms that a bulletin speaks of, wherever it does. */
export function platformIdsIn(bulletin: Bulletin): Set<PlatformId> {
  const ids = new Set<PlatformId>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (key === 'platform' && typeof item === 'string') ids.add(item)
      else if (key === 'platforms' && Array.isArray(item)) {
        for (const each of item) if (typeof each === 'string') ids.add(each)
      }
      visit(item)
    }
  }
  visit(bulletin)
  return ids
}

/** An advisory with the note in it. */
export function withData<T extends WithNotes>(advisory: T, { bulletin, platforms }: Data): T {
  const mentioned = platformIdsIn(bulletin)
  const data = {
    bulletin: PackedBulletin.parse(packed(bulletin)),
    platforms: platforms.filter(({ id }) => mentioned.has(id)),
  }
  const text = JSON.stringify({ format, digest: digestOf(advisory, data), ...data })
  const notes = [...(advisory.document.notes ?? []), { category: 'other', title, text }]
  return { ...advisory, document: { ...advisory.document, notes } }
}

/**
 * What the note of an advisory of ours holds, and where it is; null where it has none. `data` is null where note and
 * document no longer agree, or where this version cannot read what the note holds.
 */
export function dataOf(advisory: unknown): { place: string; data: Data | null } | null {
  const { notes = [] } = (advisory as WithNotes).document
  const at = notes.findIndex(isDataNote)
  const text = notes[at]?.text
  if (text === undefined) return null
  const place = `/document/notes/${at}`
  try {
    const { format: given, digest, bulletin, platforms } = JSON.parse(text) as Record<string, unknown>
    const isWhole = given === format && digest === digestOf(advisory as WithNotes, { bulletin, platforms })
    const data = { bulletin: unpacked(PackedBulletin.parse(bulletin)), platforms: z.array(Platform).parse(platforms) }
    return { place, data: isWhole ? data : null }
  } catch {
    return { place, data: null }
  }
}
