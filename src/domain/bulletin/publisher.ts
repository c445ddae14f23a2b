/** Who issues the document that a bulletin comes from. */
import type { Bulletin } from '../../contract/bulletin.ts'

/** The name of the publisher; null where the document does not say, as one in our own shape does not. */
export function publisherOf({ source }: Pick<Bulletin, 'source'>): string | null {
  if (source.kind === 'msrc-cvrf' || source.kind === 'microsoft-bulletin') return 'Microsoft'
  if (source.kind !== 'csaf' || source.trackingId === undefined) return null
  // An advisory is named by its publisher and its tracking id.
  const end = ` ${source.trackingId}`
  const name = source.document.endsWith(end) ? source.document.slice(0, -end.length).trim() : ''
  return name === '' ? null : name
}
