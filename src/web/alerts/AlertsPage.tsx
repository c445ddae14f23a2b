import { lazy, Suspense } from 'react'
import { lazyPage } from '../lib/lazy-page.ts'
import { clsx } from 'clsx'
import { valueAt } from '../../domain/table/open.ts'
import { useChanges } from '../changes/use-changes.ts'
import { views } from '../filters/list-view.ts'
import { useFirstFiltered } from '../filters/use-filtered.tsx'
import { useCommon } from '../i18n/common.ts'
import { stringifySearch } from '../lib/search.ts'
import { Behind, Next } from '../ui/layout/Behind.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { CardList } from './CardList.tsx'
import { useAlertsMessages } from './messages.ts'
import { useCameFrom } from './use-list-focus.ts'
import { useSelection } from './use-selection.ts'
import { useTopOfResult, useView } from './use-view.ts'
import { asksForCve } from './views.ts'
import { lazyPart } from '../lib/lazy-part.tsx'
import styles from './AlertsPage.module.css'

// The list is seen without them; their place is kept.
const ListActions = lazy(() => import('./ListActions.tsx').then((module) => ({ default: module.ListActions })))
const ListScope = lazyPart('ListScope', async () => (await import('./ListScope.tsx')).ListScope)
// Only where there are conditions, or something has changed or is selected.
const AboveList = lazyPart('AboveList', async () => (await import('./AboveList.tsx')).AboveList)
const NothingFound = lazy(() =>
  import('../filters/NothingFound.tsx').then((module) => ({ default: module.NothingFound })),
)
// Each view is loaded when it is first chosen.
const AlertTable = lazyPart('AlertTable', async () => (await import('./table/AlertTable.tsx')).AlertTable)
const SplitView = lazyPart('SplitView', async () => (await import('./SplitView.tsx')).SplitView)

export const alertsLazyRoute = lazyPage('/filtered/alerts')({ component: AlertsPage })

function AlertsPage() {
  const t = useAlertsMessages()
  const common = useCommon()
  const { columns, query, rows, found, of } = useFirstFiltered()
  const changes = useChanges(columns, query)
  const selection = useSelection(() => Array.from(rows, (row) => valueAt(columns.table.columns.id, row) ?? ''))
  const { view, isWide, at, choose, show } = useView()
  useTopOfResult(stringifySearch(query))

  const offered = views.filter((each) => each !== 'split' || isWide)
  const list = { selection, changes }
  // Who comes from a bulletin is on its item again.
  const isAtOnce = useCameFrom() !== null
  return (
    <>
      <title>{`${common.pages.alerts} – HotFix Report`}</title>
      <PageHeader title={t.title(found)} note={found === of ? t.all(found) : t.of(of)} isLive>
        <Behind fallback={<span className={styles['actions']} />}>
          <ListActions chosen={selection.chosen} view={view} offered={offered} onView={choose} />
        </Behind>
      </PageHeader>
      <Suspense fallback={<div className={clsx('on-screen', styles['scope'])} />}>
        <ListScope />
      </Suspense>
      {(Object.keys(query).some((key) => key !== 'sort') || changes.changed > 0 || selection.chosen.length > 0) && (
        <Suspense fallback={<div className={clsx(styles['above'], asksForCve(query.q) && styles['answer'])} />}>
          <AboveList {...list} />
        </Suspense>
      )}
      {found === 0 ? (
        <Behind>
          <NothingFound />
        </Behind>
      ) : (
        <Next key={view} isAtOnce={isAtOnce} fallback={<div className="loading" />}>
          {view === 'table' && <AlertTable {...list} />}
          {view === 'split' && <SplitView {...list} at={at} onAt={show} />}
          {view === 'cards' && <CardList {...list} />}
        </Next>
      )}
    </>
  )
}
