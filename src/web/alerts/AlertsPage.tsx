import { lazy, Suspense, useEffect } from 'react'
import { createLazyRoute } from '@tanstack/react-router'
import { sortOrders } from '../../contract/vocabulary.ts'
import { usualSort } from '../../domain/filter/order.ts'
import { cveOf } from '../../domain/filter/text-search.ts'
import { valueAt } from '../../domain/table/open.ts'
import { useChanges } from '../changes/use-changes.ts'
import { useFiltered } from '../filters/use-filtered.ts'
import { useCommon } from '../i18n/common.ts'
import { useWords } from '../i18n/words.ts'
import { stringifySearch } from '../lib/search.ts'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { AlertsExport } from './AlertsExport.tsx'
import { CardList } from './CardList.tsx'
import { ListScope } from './ListScope.tsx'
import { useAlertsMessages } from './messages.ts'
import { useSelection } from './use-selection.ts'
import { useTopOfResult, useView } from './use-view.ts'
import { views } from './views.ts'
import styles from './AlertsPage.module.css'

const Conditions = lazy(() => import('../filters/Conditions.tsx').then((module) => ({ default: module.Conditions })))
const NothingFound = lazy(() =>
  import('../filters/NothingFound.tsx').then((module) => ({ default: module.NothingFound })),
)
// Each view is loaded when it is first chosen.
const AlertTable = lazy(() => import('./AlertTable.tsx').then((module) => ({ default: module.AlertTable })))
const ColumnMenu = lazy(() => import('./ColumnMenu.tsx').then((module) => ({ default: module.ColumnMenu })))
const SplitView = lazy(() => import('./SplitView.tsx').then((module) => ({ default: module.SplitView })))
// Only where something has changed or is selected, and where a vulnerability is searched for.
const ListStatus = lazy(() => import('./ListStatus.tsx').then((module) => ({ default: module.ListStatus })))
const VulnerabilityAnswer = lazy(() =>
  import('../vulnerability/VulnerabilityAnswer.tsx').then((module) => ({ default: module.VulnerabilityAnswer })),
)

export const alertsLazyRoute = createLazyRoute('/filtered/alerts')({ component: AlertsPage })

function AlertsPage() {
  const t = useAlertsMessages()
  const common = useCommon()
  const words = useWords()
  // Loaded behind the first view, and there when it is wanted.
  useEffect(() => {
    import('./alerts-table.ts').catch(() => {})
    import('../filters/Conditions.tsx').catch(() => {})
  }, [])
  const { columns, query, filter, rows, change } = useFiltered()
  const changes = useChanges(columns, query)
  const { length } = rows
  const selection = useSelection(() => Array.from(rows, (row) => valueAt(columns.table.columns.id, row) ?? ''))
  const { view, isWide, at, choose, show } = useView()
  useTopOfResult(stringifySearch(query))

  const usual = usualSort(columns.overlay.machines)
  const cve = cveOf(query.q ?? '')
  const offered = views.filter((each) => each !== 'split' || isWide)
  const list = { selection, changes }
  return (
    <>
      <title>{`${common.pages.alerts} – HotFix Report`}</title>
      <PageHeader
        title={t.title(length)}
        note={length === columns.table.rows ? t.all(length) : t.of(columns.table.rows)}
        isLive
      >
        <select
          className="button"
          aria-label={t.sort}
          value={query.sort ?? usual}
          onChange={({ target }) =>
            change({ sort: sortOrders.find((order) => order === target.value && order !== usual) })
          }
        >
          {sortOrders.map((order) => (
            <option key={order} value={order}>
              {words.sort[order]}
            </option>
          ))}
        </select>
        <SegmentedControl
          label={t.view}
          value={view}
          options={offered.map((value) => ({ value, label: t.views[value] }))}
          onChange={choose}
        />
        {view === 'table' && (
          <Suspense>
            <ColumnMenu />
          </Suspense>
        )}
        <AlertsExport chosen={selection.chosen} view={view} />
      </PageHeader>
      <ListScope />
      <Suspense>
        <Conditions />
      </Suspense>
      {cve !== null && (
        <Suspense>
          <VulnerabilityAnswer cve={cve} />
        </Suspense>
      )}
      {(changes.changed > 0 || selection.chosen.length > 0 || filter.mine.includes('not-affected')) && (
        <Suspense>
          <ListStatus changes={changes} selection={selection} of={length} />
        </Suspense>
      )}
      {length === 0 ? (
        <Suspense>
          <NothingFound />
        </Suspense>
      ) : (
        <Suspense fallback={<div className={styles['on-its-way']} />}>
          {view === 'table' && <AlertTable {...list} />}
          {view === 'split' && <SplitView {...list} at={at} onAt={show} />}
          {view === 'cards' && <CardList {...list} />}
        </Suspense>
      )}
    </>
  )
}
