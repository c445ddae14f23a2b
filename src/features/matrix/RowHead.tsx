import { isAffected } from '../../domain/severity.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useGridMessages } from '../../i18n/grid-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import type { MatrixRow } from './matrix-rows.ts'

type Props = { row: MatrixRow; hrefOf: (bulletin: string) => string }

/** Severity, number and subject of a row, and how many platforms it touches. */
export function RowHead({ row: { name, title, severity, bulletin, ratings }, hrefOf }: Props) {
  const t = useGridMessages()
  const { w, language } = useMessages()
  const touched = t.matrix.touched(ratings.filter(({ rating }) => isAffected(rating)).length)
  const subject = readText(title, language)
  return (
    <span className="row-head" data-severity={severity ?? 'none'}>
      <i title={w.severity[severity ?? 'unrated']}>{severity ?? '?'}</i>
      <a href={hrefOf(bulletin)} data-follow title={subject.value}>
        <b>{name}</b> <span lang={subject.language}>{subject.value}</span>
      </a>
      <span className="count" title={touched} role="img" aria-label={touched}>
        {ratings.filter(({ rating }) => isAffected(rating)).length}
      </span>
    </span>
  )
}
