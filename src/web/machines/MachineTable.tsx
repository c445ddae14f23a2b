import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { clsx } from 'clsx'
import type { MachineRow } from '../../contract/machines.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { dot, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { ScrollRegion, SpaceRow } from '../ui/layout/DataTable.tsx'
import table from '../ui/layout/DataTable.module.css'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { useMachineMessages } from './messages.ts'
import { reasonText } from './reason-text.ts'
import type { MachinesSearch } from './route.ts'
import styles from './MachinesPage.module.css'

/** Fixes that are named of a row. */
const maxNamed = 3
/** What has more rows than this is drawn only as far as it is in sight. */
const maxWhole = 100
const rowHeight = 56
/** The next ones are asked for when so few are left below what is in sight. */
const nearEnd = 20
/** What is in sight before the browser has measured it. */
const initialRect = { width: 1000, height: 900 }

type Props = {
  rows: readonly MachineRow[]
  search: MachinesSearch
  /** Asks for more of them; null where there are none, or they are on their way. */
  more: (() => unknown) | null
}

/** The machines, of a long list those in sight; the rest comes as one scrolls. */
export function MachineTable({ rows, search, more }: Props) {
  const t = useMachineMessages()
  const box = useRef<HTMLTableElement>(null)
  const isCut = rows.length > maxWhole
  const isPrinting = useIsPrinting()
  const isDrawnInPart = isCut && !isPrinting
  const [top, setTop] = useState(0)
  // What is above the list comes and goes, and changes how high the page is.
  useLayoutEffect(() => {
    if (!isDrawnInPart) return
    const measure = () => {
      if (box.current !== null) setTop(Math.round(box.current.getBoundingClientRect().top + window.scrollY))
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(document.body)
    return () => resized.disconnect()
  }, [isDrawnInPart])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    enabled: isDrawnInPart,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: top,
    initialRect,
  })
  const items = isDrawnInPart ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }))
  const before = isDrawnInPart ? (items[0]?.start ?? top) - top : 0
  const behind = isDrawnInPart ? virtual.getTotalSize() - ((items.at(-1)?.end ?? 0) - top) : 0
  const last = isDrawnInPart ? (items.at(-1)?.index ?? 0) : 0
  useEffect(() => {
    if (last >= rows.length - nearEnd) more?.()
  }, [last, rows.length, more])
  return (
    <ScrollRegion label={t.list}>
      <table ref={box} className={clsx(table['data-table'], table['stacked'])} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {[t.name, t.platform, t.build, t.seen, t.lacks].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <SpaceRow height={before} columns={5} />}
          {items.map(({ index }) => {
            const row = rows[index]
            return (
              row && (
                <Row
                  key={row.id}
                  row={row}
                  search={search}
                  index={index}
                  measure={isDrawnInPart ? virtual.measureElement : undefined}
                />
              )
            )
          })}
          {behind > 0 && <SpaceRow height={behind} columns={5} />}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type RowProps = {
  row: MachineRow
  search: MachinesSearch
  index: number
  measure: ((row: HTMLTableRowElement | null) => void) | undefined
}

function Row({ row, search, index, measure }: RowProps) {
  const t = useMachineMessages()
  const language = useLanguage()
  const names = useShortPlatformNames()
  const { id, name, platform, edition, build, lastSeen, lacks } = row
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className={styles['name']}>
        <Link to="/machines" search={{ ...search, machine: String(id) }} hash="machine" className="link">
          {name}
        </Link>
      </th>
      <td data-head={t.platform}>
        {[platform === null ? t.noPlatform : names([platform]), edition]
          .filter((part) => part !== null)
          .join(dot(language))}
      </td>
      <td className={styles['build']} data-head={t.build}>
        {build ?? '–'}
      </td>
      <td className={styles['build']} data-head={t.seen}>
        {lastSeen === null ? t.never : formatMoment(lastSeen, language)}
      </td>
      <td data-head={t.lacks}>
        {lacks.length === 0
          ? t.noLacks
          : lacks.slice(0, maxNamed).map(({ bulletin, state, reason }) => (
              <div key={bulletin}>
                <Link to="/bulletins/$id" params={{ id: bulletin }} search={{}} className="link">
                  {bulletin}
                </Link>{' '}
                {t.states[state]}: {reasonText(reason, t)}
              </div>
            ))}
        {lacks.length > maxNamed && <span className="muted">+{lacks.length - maxNamed}</span>}
      </td>
    </tr>
  )
}
