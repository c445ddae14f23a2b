import { clsx } from 'clsx'
import { Link } from '@tanstack/react-router'
import type { Summary } from '../../../contract/summary.ts'
import type { Triaged } from '../../../contract/triage.ts'
import { readQuery } from '../../../domain/filter/query.ts'
import type { MachineCount } from '../../../domain/fleet/exposure.ts'
import { severityOnFleet } from '../../../domain/fleet/severity.ts'
import { useMachines } from '../../catalogue/fleet.ts'
import { DueDay } from '../../due/DueDay.tsx'
import { useFirstFiltered } from '../../filters/use-filtered.tsx'
import { useCommon } from '../../i18n/common.ts'
import { formatNumber } from '../../i18n/format.ts'
import { FixHoldMark } from '../../holds/HoldMark.tsx'
import { memoByValue } from '../../lib/memo-by-value.ts'
import { LocalText } from '../../i18n/local-text.tsx'
import { productsFirst } from '../../i18n/month-title.ts'
import { stateIn } from '../../triage/queries.ts'
import { TriageButton } from '../../triage/TriageButton.tsx'
import { SeverityBadge } from '../../ui/marks/SeverityBadge.tsx'
import { AlertList } from '../AlertList.tsx'
import type { ListProps } from '../CardList.tsx'
import { columnOf, leadingColumns, type ColumnId } from './columns.ts'
import type { ItemSize } from '../item-sizes.ts'
import { useKeptColumns } from './kept-columns.ts'
import { SelectBox } from '../SelectBox.tsx'
import { TableHead } from './TableHead.tsx'
import { useAlertsWording } from './use-alerts-wording.ts'
import styles from './AlertTable.module.css'

const rowSize: ItemSize = { height: 40, gap: 0 }

/** Wider than this, a table scrolls sideways inside itself, and its head no longer sticks. */
const maxStill = 960

/** The bulletins that the filter finds as a table: a line each, with the columns that its reader has chosen. */
export function AlertTable({ selection, changes }: ListProps) {
  const { pages } = useCommon()
  const { columns, platforms, states, found } = useFirstFiltered()
  const machines = useMachines(platforms)
  const [chosen] = useKeptColumns()
  const width = chosen.reduce((sum, id) => sum + columnOf(id).width, 40)
  const tracks = { '--tracks': `28px ${chosen.map(track).join(' ')}` }
  const selected = new Set(selection.chosen)
  const isWide = width > maxStill
  return (
    <div
      className={clsx(styles['region'], isWide && styles['wide'])}
      {...(isWide && { role: 'region', 'aria-label': pages.alerts, tabIndex: 0 })}
    >
      <div
        role="table"
        aria-label={pages.alerts}
        aria-rowcount={found + 1}
        className={styles['table']}
        style={{ ...tracks, minWidth: isWide ? width : undefined }}
      >
        <TableHead chosen={chosen} />
        <AlertList
          isTable
          size={rowSize}
          className={styles['rows']}
          selection={selection}
          isChanged={(id) => changes.changeOf(id) !== null}
          draw={(bulletin, row) => (
            <Row
              bulletin={bulletin}
              chosen={chosen}
              state={stateIn(states, bulletin.id)}
              fleet={machines}
              machines={machines.length > 0 ? (columns.machines()[row] ?? 0) : null}
              isHeld={columns.overlay.held.has(bulletin.id)}
              isOn={selected.has(bulletin.id)}
              selection={selection.acts}
            />
          )}
        />
      </div>
    </div>
  )
}

const track = (id: ColumnId): string => {
  const { width, grows } = columnOf(id)
  // Each row is a grid of its own: a track may not depend on what is in it.
  return grows === true ? `minmax(${width}px, ${id === 'title' ? 3 : 1}fr)` : `${width}px`
}

type RowProps = {
  bulletin: Summary
  chosen: readonly ColumnId[]
  state: Triaged
  fleet: readonly MachineCount[]
  /** How many of them it may affect; null where there are none. */
  machines: number | null
  isHeld: boolean
  isOn: boolean
  selection: Parameters<typeof SelectBox>[0]['selection']
}

/** One bulletin; drawn anew for what is different only, as a card is. */
const Row = memoByValue(Cells)

function Cells({ bulletin, chosen, state, fleet, machines, isHeld, isOn, selection }: RowProps) {
  return (
    <>
      <span role="cell">
        <SelectBox id={bulletin.id} isOn={isOn} selection={selection} />
      </span>
      {chosen.map((id) => (
        <span key={id} role="cell" data-column={id}>
          {id === 'machines' ? (
            machines !== null && formatNumber(machines)
          ) : id === 'severity' ? (
            <SeverityBadge level={severityOnFleet(bulletin.platforms, fleet) ?? bulletin.severity} />
          ) : id === 'triage' ? (
            <TriageButton id={bulletin.id} state={state} hidesAssignee />
          ) : (
            <Cell
              id={id}
              bulletin={bulletin}
              linked={leadingColumns.find((each) => chosen.includes(each))}
              isHeld={isHeld}
            />
          )}
        </span>
      ))}
    </>
  )
}

/** `linked`: the column whose text leads to the bulletin. */
type CellProps = { id: ColumnId; bulletin: Summary; linked: ColumnId | undefined; isHeld: boolean }

function Cell({ id, bulletin, linked, isHeld }: CellProps) {
  const text = columnOf(id).text(bulletin, useAlertsWording())
  if (id === 'due') return bulletin.due === undefined ? null : <DueDay due={bulletin.due} />
  if (id === 'title' || id === 'id')
    return (
      <>
        {isHeld && linked === id && id === 'title' && <FixHoldMark fix={bulletin} isSmall />}
        <Link
          to="/bulletins/$id"
          params={{ id: bulletin.id }}
          search={readQuery}
          {...(linked === id ? { 'data-open': true } : { tabIndex: -1 })}
          title={text}
        >
          {id === 'id' ? text : <LocalText text={productsFirst(bulletin.title)} />}
        </Link>
        {isHeld && linked === id && id === 'id' && <FixHoldMark fix={bulletin} isSmall />}
      </>
    )
  return <span title={text}>{text}</span>
}
