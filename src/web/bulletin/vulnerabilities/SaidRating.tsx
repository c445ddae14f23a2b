import type { VulnerabilityRating } from '../../../contract/bulletin.ts'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { useDocumentMessages } from '../../i18n/document-words.ts'
import { useWords } from '../../i18n/words.ts'
import { RatingCell } from '../../ui/marks/RatingCell.tsx'
import styles from './SaidRating.module.css'

/** A rating, with the status of the product and the reason why it is not affected where the document gives them. */
export function SaidRating({ said: { rating, status, reason } }: { said: Omit<VulnerabilityRating, 'platform'> }) {
  const advisoryWords = useAdvisoryMessages()
  const documentWords = useDocumentMessages()
  const words = useWords()
  const isSaidInstead = rating === 'none' || (rating === 'unrated' && status === 'under-investigation')
  return (
    <>
      <RatingCell rating={rating}>
        {isSaidInstead && status !== undefined ? (
          <span className={styles['instead']}>{documentWords.product[status]}</span>
        ) : typeof rating === 'number' ? (
          <>
            {rating} <span data-word>{words.rating[rating]}</span>
          </>
        ) : (
          words.rating[rating]
        )}
      </RatingCell>
      {!isSaidInstead && status !== undefined && (
        <small className={styles['more']}>{advisoryWords.fixes[status] ?? documentWords.product[status]}</small>
      )}
      {reason !== undefined && <small className={styles['more']}>{documentWords.reason[reason]}</small>}
    </>
  )
}
