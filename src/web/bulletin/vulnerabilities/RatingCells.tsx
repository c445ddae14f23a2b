import type { VulnerabilityRating } from '../../../contract/bulletin.ts'
import { saidIn, type MatrixColumn } from '../../../domain/matrix/merged-columns.ts'
import { useAdvisoryMessages } from '../../i18n/advisory-words.ts'
import { useDocumentMessages } from '../../i18n/document-words.ts'
import { useBulletinMessages } from '../messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { RatingCell } from '../../ui/marks/RatingCell.tsx'

type Props = { row: Parameters<typeof saidIn>[0]; columns: readonly MatrixColumn[] }

/** How badly a vulnerability touches each platform, and what else is said of it there. */
export function RatingCells({ row, columns }: Props) {
  const t = useBulletinMessages()
  return columns.map(({ platforms: [first = ''] }) => {
    const said = saidIn(row, first)
    return (
      <td key={first} className="rating">
        {said === undefined ? (
          <span className="absent">
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
  const a = useAdvisoryMessages()
  const d = useDocumentMessages()
  const { w } = useMessages()
  const isSaidInstead = rating === 'none' || (rating === 'unrated' && status === 'under-investigation')
  const word = typeof rating === 'number' ? `${rating} ${w.rating[rating]}` : w.rating[rating]
  return (
    <>
      <RatingCell rating={rating}>
        {isSaidInstead && status !== undefined ? <span className="instead">{d.product[status]}</span> : word}
      </RatingCell>
      {!isSaidInstead && status !== undefined && <small>{a.fixes[status] ?? d.product[status]}</small>}
      {reason !== undefined && <small>{d.reason[reason]}</small>}
    </>
  )
}
