import { useCallback, useRef, useState, type ReactNode } from 'react'
import { clsx } from 'clsx'
import type { Summary } from '../../contract/summary.ts'
import { valueAt } from '../../domain/table/open.ts'
import { useFirstFiltered } from '../filters/use-filtered.tsx'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { maxOnPaper } from '../ui/max-on-paper.ts'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { useIsTakenOver } from '../lib/first-view.ts'
import { maxFirst, maxWhole, type ItemSize } from './item-sizes.ts'
import { useCutter } from './use-cutter.ts'
import { useListKeys } from './use-list-keys.ts'
import type { Selection } from './use-selection.ts'
import styles from './AlertList.module.css'

type Props = {
  size: ItemSize
  selection: Selection
  isChanged: (id: string) => boolean
  /** Whether it is the body of a table, and each item a row. */
  isTable?: boolean
  /** Told of the item that has the focus. */
  onActive?: (id: string) => void
  className?: string | undefined
  draw: (bulletin: Summary, row: number) => ReactNode
}

/** The bulletins that the filter finds, one below the other; of many only those in sight are drawn. Keys lead from one to the next. */
export function AlertList({ size, selection, isChanged, isTable = false, onActive, className, draw }: Props) {
  const language = useLanguage()
  const { columns, rows, found } = useFirstFiltered()
  const list = useRef<HTMLUListElement & HTMLDivElement>(null)
  const at = (position: number) => columns.summaryAt(rows[position] ?? 0)
  const { id: ids } = columns.table.columns
  // The same until other rows are found: with each new one a long list would measure all its items again.
  const idAt = useCallback(
    (position: number) => (position in rows && valueAt(ids, rows[position] ?? 0)) || `${position}`,
    [ids, rows],
  )
  const isThere = ({ position }: { position: number }) => position < rows.length
  const { active, onFocus } = useListKeys(list, {
    count: rows.length,
    idAt: (position) => (position in rows ? idAt(position) : null),
    isChanged,
    touchesMine(id) {
      const row = columns.rowOf(id)
      return columns.overlay.machines.length === 0 || row === undefined || (columns.machines()[row] ?? 0) > 0
    },
    selection,
    onActive,
  })
  // A list that was long stays the same list: who is on an item of it stays there.
  const [isCut, setCut] = useState(found > maxWhole)
  if (!isCut && found > maxWhole) setCut(true)

  const [List, Item] = isTable ? (['div', 'div'] as const) : (['ul', 'li'] as const)
  const roles = isTable ? { list: 'rowgroup', item: 'row' } : { list: undefined, item: undefined }
  const placeOf = (position: number) =>
    isTable ? { 'aria-rowindex': position + 2 } : { 'aria-setsize': found, 'aria-posinset': position + 1 }
  const cutter = useCutter(isCut, size, list)
  const isTakenOver = useIsTakenOver()
  const cut = cutter?.cut({ count: found, idAt, active }) ?? null
  // Until what cuts the list is there, enough of them to fill a window, in a list of its final length.
  const isWaiting = !useIsPrinting() && cutter === null
  const isFirst = !isTakenOver || (isCut && isWaiting)
  const count = Math.min(rows.length, isFirst ? Math.ceil(maxFirst / (size.height + size.gap)) : maxOnPaper)
  const placed = cut?.items ?? Array.from({ length: count }, (_, position) => ({ position, style: undefined }))
  const height = cut?.height ?? (isWaiting && count < found ? found * (size.height + size.gap) : undefined)
  return (
    // The events are those of the links and boxes inside it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <List
      ref={list}
      role={roles.list}
      className={clsx(styles['list'], cut && styles['cut'], className)}
      style={{ height, gap: size.gap }}
      onFocus={onFocus}
    >
      {cut?.texts.filter(isThere).map(({ position, style }) => (
        <Item key={idAt(position)} className={styles['text']} aria-hidden style={style}>
          {textOf(at(position))}
        </Item>
      ))}
      {placed.filter(isThere).map(({ position, style }) => (
        <Item
          key={idAt(position)}
          ref={cut?.measure}
          role={roles.item}
          data-id={idAt(position)}
          data-position={position}
          data-selected={selection.chosen.includes(idAt(position)) || undefined}
          {...(cut && placeOf(position))}
          style={style}
        >
          {draw(at(position), rows[position] ?? 0)}
        </Item>
      ))}
    </List>
  )

  /** The text of an item that is out of sight. */
  function textOf({ id, kb, title }: Summary) {
    return [id, ...kb.map((number) => `KB${number}`), readText(title, language).value].join(' ')
  }
}
