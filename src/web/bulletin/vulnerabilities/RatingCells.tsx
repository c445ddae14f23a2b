import type { VulnerabilityRating } from '../../../contract/bulletin.ts'
import { saidIn, type MatrixColumn } from '../../../domain/matrix/merged-columns.ts'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { useDocumentMessages } from '../../i18n/document-words.ts'
import { useBulletinMessages } from '../messages.ts'
import { ratingWords, useWords } from '../../i18n/words.ts'
import { RatingCell } from '../../ui/marks/RatingCell.tsx'
import styles from './VulnerabilityMatrix.module.css'

type Props = { row: Parameters<typeof saidIn>[0]; columns: readonly MatrixColumn[] }

/** The rating of a vulnerability on each platform, with its status there. */
export function RatingCells({ row, columns }: Props) {
  const t = useBulletinMessages()
  return columns.map(({ platforms: [first = ''] }) => {
    const said = saidIn(row, first)
    return (
      <td key={first} className={styles['rating']}>
        {said === undefined ? (
          <span className={styles['absent']}>
            <span aria-hidden>–</span>
            <span className="visually-hidden">{t.notRated}</span>
          </span>
        ) : (
          <Said said={said} />
        )}
      </td>
    )
  })
}

function Said({ said: { rating, status, reason } }: { said: VulnerabilityRating }) {
  const advisoryWords = useAdvisoryMessages()
  const documentWords = useDocumentMessages()
  const words = useWords()
  const isSaidInstead = rating === 'none' || (rating === 'unrated' && status === 'under-investigation')
  const word = ratingWords(rating, words)
  return (
    <>
      <RatingCell rating={rating}>
        {isSaidInstead && status !== undefined ? (
          <span className={styles['instead']}>{documentWords.product[status]}</span>
        ) : (
          word
        )}
      </RatingCell>
      {!isSaidInstead && status !== undefined && (
        <small>{advisoryWords.fixes[status] ?? documentWords.product[status]}</small>
      )}
      {reason !== undefined && <small>{documentWords.reason[reason]}</small>}
    </>
  )
}
