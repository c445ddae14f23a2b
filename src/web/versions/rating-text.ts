/** How bad something is on a platform, with all else that a document says of it there. */
import { ProductStatus, Rating, VexReason } from '../../contract/words.ts'
import type { DocumentMessages } from '../i18n/document-words.ts'
import type { Words } from '../../words/words.ts'

type Wording = { words: Pick<Words, 'rating'>; documentWords: DocumentMessages }

type Said = { rating: Rating; status?: ProductStatus | undefined; reason?: VexReason | undefined }

/** `Important (under investigation)`. What is fixed is said to be fixed, and never not to be affected. */
export function ratingText({ rating, status, reason }: Said, { words, documentWords }: Wording): string {
  const said = [status && documentWords.product[status], reason && documentWords.reason[reason]].filter(
    (word) => word !== undefined,
  )
  if (rating === 'none' && status !== undefined) return said.join(', ')
  return said.length === 0 ? words.rating[rating] : `${words.rating[rating]} (${said.join(', ')})`
}

/** The same from the code that a change has: rating, status and reason with spaces between. */
export function codedRatingText(code: string, words: Wording): string {
  const parts = code.split(' ')
  const [rating, ...others] = parts.flatMap(
    (word) => Rating.safeParse(/^\d$/.test(word) ? Number(word) : word).data ?? [],
  )
  if (rating === undefined || others.length > 0) return code
  const [status] = parts.flatMap((word) => ProductStatus.safeParse(word).data ?? [])
  const [reason] = parts.flatMap((word) => VexReason.safeParse(word).data ?? [])
  return ratingText({ rating, status, reason }, words)
}
