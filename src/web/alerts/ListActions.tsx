import { lazy, Suspense, useEffect } from 'react'
import { sortOrders } from '../../contract/vocabulary.ts'
import { sortedAs, usualSort } from '../../domain/filter/order.ts'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import type { AlertsWording } from './table/columns.ts'
import { useListMessages } from './list-messages.ts'
import type { Summary } from '../../contract/summary.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { useFiltered, useFirstFiltered } from '../filters/use-filtered.tsx'
import { stringifySearch } from '../lib/search.ts'
import { useAlertsWording } from './table/use-alerts-wording.ts'
import type { View } from '../filters/list-view.ts'
import header from '../ui/layout/PageHeader.module.css'
import styles from './AlertsPage.module.css'

// Loaded when the table is first chosen.
const ColumnMenu = lazy(() => import('./table/ColumnMenu.tsx').then((module) => ({ default: module.ColumnMenu })))

type Props = {
  /** The ids that are selected. */
  chosen: readonly string[]
  view: View
  /** The views that there is room for. */
  offered: readonly View[]
  onView: (view: View) => void
}

/** What is done with the list: in which order and view it is, and how it is taken away. */
export function ListActions(props: Props) {
  // Drawn with the rest of the list once the index is there, and not at once and apart from it.
  return useFirstFiltered().isFirst ? <span className={styles['actions']} /> : <Actions {...props} />
}

function Actions({ chosen, view, offered, onView }: Props) {
  const t = useListMessages()
  const wording = useAlertsWording()
  const { columns, query, change } = useFiltered()
  const usual = usualSort(columns.overlay.machines)
  // There when it is wanted, even where the server is away by then.
  useEffect(() => {
    import('./table/alerts-table.ts').catch(() => {})
  }, [])
  const now = query.sort ?? usual
  const by = sortedAs(now)
  return (
    <div className={header['row']}>
      <select
        className="button"
        aria-label={t.sort}
        value={now}
        onChange={({ target }) =>
          change({ sort: sortOrders.find((order) => order === target.value && order !== usual) })
        }
      >
        {sortOrders.map((order) => (
          <option key={order} value={order}>
            {wording.words.sort[order]}
          </option>
        ))}
        {now !== by && <option value={now}>{t.reversed(wording.words.sort[by])}</option>}
      </select>
      <SegmentedControl
        label={t.view}
        value={view}
        options={offered.map((value) => ({ value, label: t.views[value] }))}
        onChange={onView}
      />
      {view === 'table' && (
        <Suspense>
          <ColumnMenu />
        </Suspense>
      )}
      <TakeAway chosen={chosen} view={view} wording={wording} />
    </div>
  )
}

/** Takes the list away: what is selected of it, or all; of a table the columns that it has. */
function TakeAway({ chosen, view, wording }: Pick<Props, 'chosen' | 'view'> & { wording: AlertsWording }) {
  const { filterText, words, language } = wording
  const { columns, platforms, filter, query, rows } = useFiltered()
  const isWhole = chosen.length === 0
  const exported = (): Summary[] => {
    const listed = Array.from(rows, columns.summaryAt)
    return isWhole ? listed : listed.filter(({ id }) => chosen.includes(id))
  }
  return (
    <ExportMenu
      table={async () => {
        const [{ alertsTable, columnsOfFile }, { exportNote }] = await Promise.all([
          import('./table/alerts-table.ts'),
          import('../filters/use-export-note.ts'),
        ])
        return {
          ...exportNote(filter, platforms, { t: filterText, words, language }),
          ...alertsTable(exported(), wording, columns.overlay.machines, columnsOfFile(view)),
        }
      }}
      name="alerts"
      // A table is taken as it is on the screen; else the server writes it.
      {...(isWhole && view !== 'table' && { csvHref: `/api/bulletins.csv${stringifySearch(query)}` })}
      feed={stringifySearch({ ...query, sort: '' })}
    />
  )
}
