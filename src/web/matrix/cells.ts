/** What a cell of the matrix says and shows. */
import type { VulnerabilityRating } from '../../contract/bulletin.ts'
import type { FixState } from '../../contract/fixes.ts'
import type { Rating } from '../../contract/words.ts'

/** How badly a platform is affected; `bulletin` says so, where a row tells of several. */
export type MatrixRating = VulnerabilityRating & { bulletin?: string }

/** What a cell says: a rating, what a document says of a product in place of one, or that nothing is on file. */
export type Said = Rating | 'under-investigation' | 'fixed' | 'recommended' | 'absent'

export function ratingSaid(rated: MatrixRating | null): Said {
  if (rated === null) return 'absent'
  const { rating, status } = rated
  if (rating === 'unrated' && status === 'under-investigation') return status
  if (rating !== 'none' || status === undefined) return rating
  return status === 'recommended' ? status : status === 'fixed' || status === 'first-fixed' ? 'fixed' : rating
}

/** The signs of what has no numeral. */
export const signs = {
  unrated: '?',
  'under-investigation': '…',
  'no-fix': '—',
  none: '·',
  fixed: '✓',
  recommended: '✓',
  absent: null,
} as const

/** What one cell shows: its colour, its frame, its sign, a note beside that, and how a screen reader says it. */
export type MatrixCell = {
  tone: string
  mark: FixState | null
  sign: string | null
  note: string | null
  said: string
}
