/** Which document an advisory is, which version of it, and how final that is. */
import type { Bulletin } from '../../contract/bulletin.ts'
import { BulletinId } from '../../contract/summary-fields.ts'
import type { DocumentStatus } from '../../contract/words.ts'
import type { DocumentVersion } from '../../domain/revisions/document-version.ts'
import { fingerprint } from '../platforms/slug.ts'
import type { Advisory } from './document.ts'

/** Leaves room for `CSAF-`, a hyphen and the fingerprint in the eighty characters of an id. */
const maxReadable = 60

/**
 * The id that a bulletin of ours would best have: the tracking id, or, where ids of ours may not be written so, what can
 * be read of it with a fingerprint of all of it.
 */
export function preferredIdOf({ document: { tracking } }: Advisory): string {
  if (BulletinId.safeParse(tracking.id).success) return tracking.id
  const words =
    tracking.id
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const readable = words.join('-').slice(0, maxReadable)
  return ['CSAF', readable, fingerprint(tracking.id)].filter((part) => part !== '').join('-')
}

/** The document by its publisher and its id; of its versions the higher is the newer, and of equal ones that of the later release. */
export function documentVersionOf({ document: { publisher, tracking } }: Advisory): DocumentVersion {
  return {
    key: `csaf ${publisher.namespace} ${tracking.id}`,
    order: [{ version: tracking.version }, { moment: tracking.current_release_date }],
  }
}

function statusOf({ document: { category, tracking } }: Advisory): DocumentStatus | null {
  if (category === 'csaf_withdrawn') return 'withdrawn'
  return tracking.status === 'draft' || tracking.status === 'interim' ? tracking.status : null
}

export function advisorySource(advisory: Advisory): Bulletin['source'] {
  const { publisher, tracking, distribution } = advisory.document
  const status = statusOf(advisory)
  return {
    kind: 'csaf',
    document: `${publisher.name} ${tracking.id}`,
    retrievedAt: null,
    ...(distribution?.tlp && { tlp: distribution.tlp.label }),
    namespace: publisher.namespace,
    trackingId: tracking.id,
    version: tracking.version,
    releasedAt: tracking.current_release_date,
    ...(status !== null && { status }),
  }
}
