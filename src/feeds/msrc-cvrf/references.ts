/** Where to read on. */
import type { Reference } from '../../contract/bulletin.ts'
import { httpUrl } from '../printed.ts'
import type { Part } from './parts.ts'

/** References with an address of the web, each address once. */
export function withGoodAddresses(references: readonly Reference[]): Reference[] {
  const good = references.flatMap((reference) => {
    const url = httpUrl(reference.url)
    return url === undefined ? [] : { ...reference, url }
  })
  return [...Map.groupBy(good, ({ url }) => url).values()].flatMap(([first]) => first ?? [])
}

/** The support page of a KB number. */
export const supportPage = (kb: string): string => `https://support.microsoft.com/help/${kb}`

/**
 * The release notes of the fixes of a part, and those of no fix at all. The support page of a KB is a reference of its
 * bulletin.
 */
export function releaseNotesOf({ vulnerability, fixes }: Part): Reference[] {
  const labels = new Set(vulnerability.fixes.map(({ label }) => label))
  return vulnerability.releaseNotes
    .filter(({ label }) => fixes.some((fix) => fix.label === label) || !labels.has(label))
    .filter(({ label, url }) => url !== supportPage(label))
    .map(({ url }) => ({ kind: 'other', title: { ja: 'リリース ノート', en: 'Release notes' }, url }))
}
