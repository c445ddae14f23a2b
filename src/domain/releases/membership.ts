/** Which releases a bulletin belongs to: what its publisher brought out together with it. */
import type { Bulletin } from '../../contract/bulletin.ts'
import { publisherOf } from '../bulletin/publisher.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The month of a monthly document of Microsoft, by its name: `2025-Jun` is `2025-06`. Null for any other name. */
function monthOf(document: string): string | null {
  const [, year, word = ''] = /^(\d{4})-([A-Za-z]{3})(?:-|$)/.exec(document.trim()) ?? []
  const at = months.indexOf(word.toLowerCase())
  return year === undefined || at < 0 ? null : `${year}-${String(at + 1).padStart(2, '0')}`
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

/**
 * The keys of the releases of a bulletin, the oldest month first. A KB is in the month of each document that lists it; what
 * another publisher issues is in the month of its publication. What no document lists any more is in none, nor is what was
 * written in our own shape, as the bulletins of 2005 that ship.
 */
export function releasesOf({ source, publishedOn }: Pick<Bulletin, 'source' | 'publishedOn'>): string[] {
  if (source.status === 'withdrawn') return []
  const listed = new Set(source.document.split(', ').flatMap((name) => monthOf(name) ?? []))
  if (listed.size > 0) return [...listed].toSorted()
  const publisher = source.kind === 'csaf' || source.kind === 'msrc-cvrf' ? publisherOf({ source }) : null
  const slug = publisher === null ? '' : slugOf(publisher)
  return slug === '' ? [] : [`${slug}-${publishedOn.slice(0, 7)}`]
}
