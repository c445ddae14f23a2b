/** What becomes of a bulletin when documents speak of it anew: the same in every store. */
import type { Bulletin } from '../../contract/bulletin.ts'
import type { Change } from '../../contract/changes.ts'
import { withSupportPages, type KeptPage } from '../../domain/lab/support-pages.ts'
import { changesBetween } from '../../domain/revisions/changes.ts'
import { csafKey } from '../../domain/revisions/document-version.ts'
import { withKnownExploited, type KnownExploited } from '../../domain/revisions/known-exploited.ts'
import { mergeParts } from '../../domain/revisions/merge.ts'
import { withdrawn } from '../../domain/revisions/withdrawn.ts'
import { bulletinText, checkedBulletin } from '../../domain/bulletin/json.ts'

/** What each document says of a bulletin, by the key of the document. */
export type Parts = ReadonlyMap<string, Bulletin>

type Source = Pick<Bulletin, 'source'>

/** The key that the document of a bulletin in our own shape goes by: that of the publisher's document, where it says which that is. */
export const sourceOf = ({ source: { kind, document, namespace, trackingId } }: Source): string =>
  kind === 'csaf' && namespace !== undefined && trackingId !== undefined
    ? csafKey(namespace, trackingId)
    : `${kind} ${document}`

/** The keys of all documents that a bulletin says it was made from: a KB may be in several months. */
export const sourcesOf = ({ source }: Source): string[] =>
  source.kind === 'msrc-cvrf'
    ? source.document.split(', ').map((document) => `${source.kind} ${document}`)
    : [sourceOf({ source })]

/** Without the parts that speak for several documents, once each of these speaks for itself. */
export function withoutCombined(parts: Parts): Parts {
  const isSpokenFor = ([key, part]: [string, Bulletin]) => {
    const own = sourcesOf(part)
    return own.length > 1 && own.every((each) => each !== key && parts.has(each))
  }
  return new Map([...parts].filter((entry) => !isSpokenFor(entry)))
}

type Revised = {
  /** `unchanged` also where nothing differs that anybody would look at again for. */
  outcome: 'added' | 'updated' | 'unchanged'
  changes: Change[]
  bulletin: Bulletin
  /** The same as its documents alone say it, without the catalogue. */
  said: Bulletin
  /** Whether it reads otherwise than before in any way, such as by a date. */
  isRewritten: boolean
}

/** The bulletin that its parts make together with the catalogue and support pages, and what that changes. Without a part it is withdrawn. */
export function remade(
  stored: Bulletin | null,
  parts: Parts,
  catalogue: ReadonlyMap<string, KnownExploited>,
  pages: readonly KeptPage[] = [],
): Revised {
  const isWithdrawn = stored !== null && parts.size === 0
  const said = isWithdrawn ? withdrawn(stored) : mergeParts([...parts.values()])
  // In the order of the contract, as all that is on file.
  const bulletin = checkedBulletin(isWithdrawn ? said : withSupportPages(withKnownExploited(said, catalogue), pages))
  if (stored === null)
    return { outcome: 'added', changes: changesBetween(null, bulletin), bulletin, said, isRewritten: true }
  const isRewritten = bulletinText(stored) !== bulletinText(bulletin)
  const changes = isRewritten ? changesBetween(stored, bulletin) : []
  // That nobody says it any more is a change even where little was said.
  const isUpdated = changes.length > 0 || stored.source.status !== bulletin.source.status
  return { outcome: isUpdated ? 'updated' : 'unchanged', changes, bulletin, said, isRewritten }
}
