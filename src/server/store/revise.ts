/** What becomes of a bulletin when a document speaks of it again: the same in every store. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Change } from '../../contract/changes.ts'
import type { ImportOutcome } from '../../contract/imports.ts'
import { canonical } from '../../domain/canonical.ts'
import { changesBetween } from '../../domain/revisions/changes.ts'
import { withKnownExploited, type KnownExploited } from '../../domain/revisions/known-exploited.ts'
import { mergeParts } from '../../domain/revisions/merge.ts'

/** The name by which a document's word on a bulletin is known, from version to version of the document. */
export const sourceOf = ({ source: { kind, document } }: Bulletin): string => `${kind} ${document}`

type Catalogue = ReadonlyMap<string, KnownExploited>

type Known = {
  /** The bulletin as it stands; null where there is none. */
  stored: Bulletin | null
  /** What each document says of it. */
  parts: readonly Bulletin[]
}

export type Revised = { outcome: ImportOutcome; changes: Change[]; parts: Bulletin[]; bulletin: Bulletin }

/** The bulletin that its parts make together with the catalogue, and what that changes. */
export function remade({ stored, parts }: Known, catalogue: Catalogue): Revised {
  const bulletin = withKnownExploited(mergeParts(parts), catalogue)
  if (stored === null) return { outcome: 'added', changes: changesBetween(null, bulletin), parts: [...parts], bulletin }
  const isSame = canonical(stored) === canonical(bulletin)
  const changes = isSame ? [] : changesBetween(stored, bulletin)
  return { outcome: isSame ? 'unchanged' : 'updated', changes, parts: [...parts], bulletin }
}

/** The bulletin with what a document now says of it. */
export function revised(known: Known, incoming: Bulletin, catalogue: Catalogue): Revised {
  const source = sourceOf(incoming)
  const before = known.parts.find((part) => sourceOf(part) === source)
  if (known.stored !== null && before !== undefined && before.updatedOn > incoming.updatedOn)
    return { outcome: 'older', changes: [], parts: [...known.parts], bulletin: known.stored }
  const others = known.parts.filter((part) => sourceOf(part) !== source)
  return remade({ stored: known.stored, parts: [...others, incoming] }, catalogue)
}
