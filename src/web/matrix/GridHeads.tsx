import { clsx } from 'clsx'
import { othersId, type PlatformColumn } from '../../domain/matrix/columns.ts'
import { familyOf } from '../../domain/platforms/platforms.ts'
import { useFixMessages } from '../fixes/messages.ts'
import { formatNumber } from '../i18n/format.ts'
import { InstallCell } from './InstallCell.tsx'
import { isApart } from './measures.ts'
import { useMatrixMessages } from './messages.ts'
import type { Matrix } from './use-matrix.ts'
import styles from './MatrixGrid.module.css'

type Props = {
  matrix: Matrix
  /** The columns in sight. */
  drawn: readonly number[]
  isCutBefore: boolean
  unfolded: readonly string[]
  hrefOf: (bulletin: string) => string
}

/** The names of the columns, and what to install in each; both stay in sight. */
export function GridHeads({ matrix, drawn, isCutBefore, unfolded, hrefOf }: Props) {
  const t = useMatrixMessages()
  const { own } = matrix
  return (
    <thead>
      <tr className={styles['names']} aria-rowindex={1}>
        <th scope="col" className={styles['corner']} data-row={0} data-column={0} tabIndex={-1}>
          {t.order(own.length > 0)}
        </th>
        {isCutBefore && <td />}
        {drawn.map((column) => (
          <Head key={column} matrix={matrix} column={column} unfolded={unfolded} />
        ))}
        <td />
      </tr>
      <tr className={styles['install']} aria-rowindex={2}>
        <th scope="row" className={styles['corner']} data-row={1} data-column={0} tabIndex={-1}>
          <b>{t.install}</b>
          <small>{t.installHint}</small>
        </th>
        {isCutBefore && <td />}
        {drawn.map((column) => (
          <InstallCell key={column} matrix={matrix} column={column} hrefOf={hrefOf} />
        ))}
        <td />
      </tr>
    </thead>
  )
}

type HeadProps = { matrix: Matrix; column: number; unfolded: readonly string[] }

/** Of our own machines upright, with their number and a way to the list of their fixes; else slanted, and opened by a click. */
function Head({ matrix, column, unfolded }: HeadProps) {
  const t = useMatrixMessages()
  const fixes = useFixMessages()
  const { view, names } = matrix
  const told = view.columns[column]
  const name = names[column]
  if (told === undefined || name === undefined) return null
  const place = { 'data-row': 0, 'data-column': column + 1 }
  if (told.kind === 'own')
    return (
      <th scope="col" className={styles['own']} {...place}>
        <a href={`/platforms/${told.id}`} data-follow tabIndex={-1} title={fixes.pageTitle(name.full)}>
          {name.short}
          <small>{t.machines(formatNumber(told.machines ?? 0))}</small>
        </a>
      </th>
    )
  return (
    <th
      scope="col"
      className={clsx(styles['slanted'], isApart(view.columns, column) && styles['apart'])}
      {...place}
      tabIndex={canOpen(told, unfolded) ? undefined : -1}
    >
      <Slanted matrix={matrix} column={column} unfolded={unfolded} />
    </th>
  )
}

/** By what the address names a column that is unfolded. */
const unfoldedAs = ({ kind, id }: PlatformColumn) => (kind === 'others' ? othersId : familyOf(id))

const canOpen = (column: PlatformColumn, unfolded: readonly string[]) =>
  column.kind === 'others' || column.folded > 1 || unfolded.includes(unfoldedAs(column))

/** A slanted name: a button where there is more behind it. */
function Slanted({ matrix: { view, names }, column, unfolded }: HeadProps) {
  const t = useMatrixMessages()
  const told = view.columns[column]
  const name = names[column]
  if (told === undefined || name === undefined) return null
  if (!canOpen(told, unfolded)) return <span title={name.full}>{name.short}</span>
  const isOpen = unfolded.includes(unfoldedAs(told))
  return (
    <button
      type="button"
      tabIndex={-1}
      title={name.full}
      data-unfold={unfoldedAs(told)}
      aria-expanded={isOpen}
      aria-label={isOpen ? t.fold(name.full) : t.unfold(name.full)}
    >
      <span>{name.short}</span>
    </button>
  )
}
