/** Under which id a bulletin of a document is kept. */
import { createHash } from 'node:crypto'
import type { Bulletin } from '../../../contract/bulletin.ts'
import { sourceOf } from '../revise.ts'
import { isCsaf, listedBy } from './documents.ts'
import { readWhole, type Known } from './bulletin-sources.ts'
import type { Tx } from './tables.ts'

const idLength = 80
const markLength = 12

const withMark = (id: string, mark: string): string => `${id.slice(0, idLength - mark.length - 1)}.${mark}`

/** An id with a fingerprint of a document: of two documents it is never the same. */
export const fingerprinted = (id: string, key: string): string =>
  withMark(id, createHash('sha256').update(key).digest('hex').slice(0, markLength))

/** The ids that a bulletin may get, the first that is free: its own, with the host of its publisher, with a fingerprint. */
function candidates({ id, source: { kind, namespace } }: Bulletin, key: string): string[] {
  const host = namespace === undefined ? kind : (URL.parse(namespace)?.hostname ?? '')
  const named = `${id}.${host}`
  const isId = /^[A-Za-z0-9._:-]+$/.test(host) && named.length <= idLength
  return [id, ...(isId ? [named] : []), fingerprinted(id, key)]
}

/** Whether a document may be a part of a bulletin: an advisory in CSAF is one document, and shares its bulletin with no other. */
function fits({ stored, parts }: Known, key: string): boolean {
  if (stored === null || parts.has(key)) return true
  // Withdrawn: its document may come back.
  if (parts.size === 0) return !isCsaf(key) || sourceOf(stored) === key
  return !isCsaf(key) && ![...parts.keys()].some(isCsaf)
}

/** The bulletin that a document speaks of: the one of the document, else the one of the id that it is to have, if no other document holds it. */
export async function bulletinFor(tx: Tx, incoming: Bulletin, key: string): Promise<{ id: string; known: Known }> {
  const [own] = isCsaf(key) ? await listedBy(tx, key) : []
  if (own !== undefined) return { id: own, known: await readWhole(tx, own) }
  for (const id of candidates(incoming, key)) {
    const known = await readWhole(tx, id)
    if (fits(known, key)) return { id, known }
  }
  throw new Error(`${incoming.id} is held by another document, and so is every other id for it`)
}
