import { memo } from 'react'
import { clsx } from 'clsx'
import type { MatrixLine } from '../../domain/matrix/lines.ts'
import { HeldMark, HoldGlyph } from '../holds/HoldMark.tsx'
import { SeverityNumeral } from '../ui/marks/SeverityBadge.tsx'
import { useMatrixMessages } from './messages.ts'
import { isApart } from './measures.ts'
import { ShortId } from './ShortId.tsx'
import type { LineCell, LineWords } from './use-lines.ts'
import type { Matrix } from './use-matrix.ts'
import styles from './MatrixGrid.module.css'

type Props = {
  line: MatrixLine
  /** Its place for the keyboard, and among all lines. */
  row: number
  index: number
  matrix: Matrix
  lines: LineWords
  /** The columns in sight. */
  drawn: readonly number[]
  isCutBefore: boolean
  hrefOf: (bulletin: string) => string
}

/** A heading, a fold or a row of the matrix. */
export const GridLine = memo(function GridLine({ line, row, index, matrix, lines, drawn, isCutBefore, hrefOf }: Props) {
  const t = useMatrixMessages()
  const { columns } = matrix.view
  const rowIndex = { 'aria-rowindex': index + 3 }
  if (line.kind === 'group') {
    const hint = lines.groupHint(line.group)
    return (
      <tr className={styles['group']} {...rowIndex}>
        <th colSpan={drawn.length + (isCutBefore ? 3 : 2)} scope="rowgroup">
          <span>
            {lines.groupName(line.group)} {t.count(line.rows.length)}
            {hint !== '' && <small>{hint}</small>}
          </span>
        </th>
      </tr>
    )
  }
  const cells = lines.cells(line)
  return (
    <tr className={clsx(line.kind === 'row' && line.fold !== null && styles['member'])} {...rowIndex}>
      <th scope="row" data-row={row} data-column={0}>
        {line.kind === 'fold' ? (
          <button type="button" tabIndex={-1} data-open={line.key} aria-expanded={line.isOpen}>
            <span aria-hidden>{line.isOpen ? '▾' : '▸'}</span>
            <b>{lines.foldName(line.by)}</b>
            <span>{t.count(line.rows.length)}</span>
          </button>
        ) : (
          <RowHead key={matrix.rows.at(line.row).key} row={line.row} matrix={matrix} lines={lines} hrefOf={hrefOf} />
        )}
      </th>
      {isCutBefore && <td />}
      {drawn.map((column) => {
        const cell = cells[column]
        return (
          cell && (
            <td
              key={column}
              className={clsx(isApart(columns, column) && styles['apart'])}
              data-row={row}
              data-column={column + 1}
              {...(isPlain(cell) && { tabIndex: -1, 'aria-label': cell.said })}
            >
              <CellSign cell={cell} fold={line.kind === 'fold' ? line.key : null} hrefOf={hrefOf} />
            </td>
          )
        )
      })}
      <td key={columns.length} />
    </tr>
  )
})

/** Whether a cell leads nowhere. */
const isPlain = ({ bulletin, tone }: LineCell) => tone === 'absent' || (bulletin === null && tone === 'none')

type SignProps = { cell: LineCell; fold: string | null; hrefOf: (bulletin: string) => string }

/** The numeral in its colour, filled where it is to be installed, framed where not. */
function CellSign({ cell, fold, hrefOf }: SignProps) {
  const t = useMatrixMessages()
  const { tone, mark, sign, note, said, bulletin, isHeld } = cell
  if (isPlain(cell)) return sign
  const look = {
    className: styles['sign'],
    'data-tone': tone,
    'data-mark': mark ?? undefined,
    'data-short': mark === 'contained' ? t.containedShort : undefined,
    'aria-label': said,
    tabIndex: -1,
  }
  const isShort = mark === 'contained' && note === null
  const shown = (
    <>
      {isShort ? t.containedShort : mark === 'contained' ? null : sign}
      {note !== null && <small>{note}</small>}
      {isHeld && <HoldGlyph />}
    </>
  )
  if (fold !== null)
    return (
      <button type="button" data-open={fold} {...look}>
        {shown}
      </button>
    )
  return bulletin === null ? (
    <span {...look}>{shown}</span>
  ) : (
    <a href={hrefOf(bulletin)} data-follow {...look}>
      {shown}
    </a>
  )
}

type HeadProps = Pick<Props, 'matrix' | 'lines' | 'hrefOf'> & { row: number }

/** Severity, number and subject of a row. */
function RowHead({ row, matrix, lines, hrefOf }: HeadProps) {
  const { severity, bulletins } = matrix.rows.at(row)
  const { name, subject, lang } = lines.title(row)
  const why = lines.why(row)
  const held = bulletins.find((id) => matrix.held.has(id))
  return (
    <a href={hrefOf(bulletins[0] ?? '')} data-follow tabIndex={-1} title={[name, subject, why].join(' ').trim()}>
      <SeverityNumeral level={severity} />
      <b>
        <ShortId id={name} />
      </b>{' '}
      {held !== undefined && <HeldMark id={held} />}
      <span lang={lang}>{subject}</span>
      {why !== '' && <small>{why}</small>}
      {matrix.by === 'vulnerability' && (
        <small className={styles['fix']}>
          {bulletins[0]}
          {bulletins.length > 1 && ` +${bulletins.length - 1}`}
        </small>
      )}
    </a>
  )
}
