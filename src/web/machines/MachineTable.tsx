import { memo, useEffect } from 'react'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { MachineRow } from '../../contract/machines.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { dot, formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { ScrollRegion, SpaceRow } from '../ui/layout/DataTable.tsx'
import table from '../ui/layout/DataTable.module.css'
import { useRowsInSight } from '../ui/layout/use-rows-in-sight.ts'
import { maxOnPaper } from '../ui/max-on-paper.ts'
import { PaperNote } from '../ui/PaperNote.tsx'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { useMachineMessages } from './messages.ts'
import { reasonText } from './reason-text.ts'
import type { MachinesSearch } from './route.ts'
import styles from './MachinesPage.module.css'

/** Fixes that are named of a row. */
const maxNamed = 3
/** What has more rows than this is drawn only as far as it is in sight. */
const maxWhole = 50
const usualHeight = 56
/** The next ones are asked for when so few are left below what is in sight. */
const nearEnd = 20

type Props = {
  rows: readonly MachineRow[]
  search: MachinesSearch
  /** Asks for more of them; null where there are none, or they are on their way. */
  more: (() => unknown) | null
  /** How many there are; null where that is not counted. */
  total: number | null
}

/** The machines, of a long list those in sight; the rest comes as one scrolls. */
export function MachineTable({ rows: loaded, search, more, total }: Props) {
  const t = useMachineMessages()
  const isPrinting = useIsPrinting()
  const rows = isPrinting ? loaded.slice(0, maxOnPaper) : loaded
  const isWhole = rows.length <= maxWhole || isPrinting
  const { box, before, after, measure, positions } = useRowsInSight<HTMLTableElement>({
    count: rows.length,
    usualHeight,
    isWhole,
  })
  const last = isWhole ? 0 : (positions.at(-1) ?? 0)
  useEffect(() => {
    if (last >= rows.length - nearEnd) more?.()
  }, [last, rows.length, more])
  return (
    <ScrollRegion label={t.list}>
      {isPrinting && <PaperNote shown={rows.length} of={total} />}
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
          {positions.map((position) => {
            const row = rows[position]
            return row && <Row key={row.id} {...{ row, search, position, measure }} />
          })}
          {after > 0 && <SpaceRow height={after} columns={5} />}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type RowProps = {
  row: MachineRow
  search: MachinesSearch
  position: number
  measure: ((row: HTMLTableRowElement | null) => void) | undefined
}

/** A new page of rows leaves those before it alone. */
const Row = memo(function MachineTableRow({ row, search, position, measure }: RowProps) {
  const t = useMachineMessages()
  const language = useLanguage()
  const names = useShortPlatformNames()
  const { id, name, platform, edition, build, lastSeen, lacks } = row
  return (
    <tr ref={measure} data-position={position} aria-rowindex={position + 2}>
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
})
