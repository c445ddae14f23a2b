/** Reads a document of whatever kind: the kind is seen from the document itself, never from its name. */
import { importBulletins } from '../../feeds/bulletins/import.ts'
import { importCsaf } from '../../feeds/csaf/import.ts'
import { refused, refusedFor, type Imported } from '../../feeds/feed.ts'
import { listingOf } from '../../feeds/listing.ts'
import { importKev } from '../../feeds/kev/import.ts'
import { importMsrcCvrf } from '../../feeds/msrc-cvrf/import.ts'
import { headOf } from '../../feeds/text.ts'
import type { KnownExploited } from '../../domain/revisions/known-exploited.ts'

/** What a document holds: bulletins, or the catalogue of exploited vulnerabilities. */
export type ReadDocument = { kind: 'msrc-cvrf' | 'kev' | 'bulletins' | 'csaf' | 'unknown' } & Imported & {
    knownExploited: KnownExploited[]
  }

/** The kind of a document, by what stands at its head. */
export function kindOf(bytes: Uint8Array): ReadDocument['kind'] {
  const head = headOf(bytes)
  if (head.startsWith('<')) return 'msrc-cvrf'
  if (!/^[{[]/.test(head)) return 'unknown'
  if (/"catalogVersion"|"cveID"/.test(head)) return 'kev'
  if (/"csaf_version"/.test(headOf(bytes, 512 * 1024))) return 'csaf'
  return 'bulletins'
}

export async function readDocument(bytes: Uint8Array, options: { keepGoing: boolean }): Promise<ReadDocument> {
  const kind = kindOf(bytes)
  if (kind === 'kev') {
    const { document, entries, problems } = importKev(bytes)
    return { ...refusedFor(problems), document, kind, knownExploited: entries }
  }
  // A list that a publisher keeps holds addresses; there is no knowing where those of a mere file lead from.
  if (kind === 'bulletins' && listingOf(bytes, 'https://list.invalid/') !== null) {
    const problem = refused('document', 'lists documents and is none: import the address at which it stands')
    return { kind: 'unknown', knownExploited: [], ...problem }
  }
  const imported = {
    'msrc-cvrf': () => importMsrcCvrf(bytes),
    bulletins: () => importBulletins(bytes, options),
    csaf: () => importCsaf(bytes),
    unknown: () => refused('document', 'is neither XML nor JSON'),
  }[kind]
  return { kind, knownExploited: [], ...(await imported()) }
}
