import { clsx } from 'clsx'
import { MachineHoldMark, useMachineHolds } from '../holds/HoldMark.tsx'
import { useHoldMarkMessages } from '../holds/mark-messages.ts'
import { useCellWords } from './use-cell-words.ts'
import { useMatrixMessages } from './messages.ts'
import { isApart } from './measures.ts'
import { ShortId } from './ShortId.tsx'
import type { Matrix } from './use-matrix.ts'
import styles from './MatrixGrid.module.css'

type Props = { matrix: Matrix; column: number; hrefOf: (bulletin: string) => string }

/** The one fix that brings a column up to date, and how far it is; of several their number. */
export function InstallCell({ matrix: { view, names, installs, coverage }, column, hrefOf }: Props) {
  const t = useMatrixMessages()
  const cellWords = useCellWords()
  const holdsOf = useMachineHolds()
  const hold = useHoldMarkMessages()
  const told = view.columns[column]
  const ids = installs[column] ?? []
  const [id, ...others] = ids
  const isOwn = told?.kind === 'own'
  const place = { 'data-row': 1, 'data-column': column + 1 }
  const said = (word: string) => `${names[column]?.full ?? ''}: ${word}`
  const className = clsx(isApart(view.columns, column) && styles['apart'])
  if (id === undefined)
    return (
      <td {...place} tabIndex={-1} className={className} aria-label={said(t.noFixHere)}>
        —
      </td>
    )
  if (!isOwn && (others.length > 0 || !/^KB\d/.test(id)))
    return (
      <td
        {...place}
        tabIndex={-1}
        className={className}
        aria-label={said(`${t.kinds(ids.length)} ${ids.slice(0, 5).join(' ')}`)}
        title={ids.slice(0, 20).join(' ')}
      >
        <small>{t.kindsShort(ids.length)}</small>
      </td>
    )
  const isHeld = isOwn && holdsOf({ bulletin: id, platform: told.id }).length > 0
  const share = isOwn ? (cellWords.shareOf(coverage.get(id), false) ?? t.notChecked) : null
  return (
    <td {...place} className={className}>
      <a
        href={hrefOf(id)}
        data-follow
        tabIndex={-1}
        aria-label={said([id, isHeld && hold.short, share].filter(Boolean).join(' '))}
        title={ids.join(' ')}
      >
        {isOwn ? (
          <b>
            <ShortId id={id} />
            {others.length > 0 && ` +${others.length}`}
          </b>
        ) : (
          <span className={styles['upright']}>{id.slice(2)}</span>
        )}
        {isHeld ? (
          <MachineHoldMark bulletin={id} platform={told.id} isSmall />
        ) : (
          share !== null && <small>{share}</small>
        )}
      </a>
    </td>
  )
}
