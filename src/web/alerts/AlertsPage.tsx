import { lazy, Suspense, useEffect, useState } from 'react'
import { createLazyRoute } from '@tanstack/react-router'
import { sortOrders } from '../../contract/vocabulary.ts'
import { cveOf } from '../../domain/filter/text-search.ts'
import { usualSort } from '../../domain/filter/order.ts'
import { valueAt } from '../../domain/table/open.ts'
import { useChanges } from '../changes/use-changes.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { useFiltered } from '../filters/use-filtered.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { stringifySearch } from '../lib/search.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { CardList } from './CardList.tsx'
import { useFilterMessages } from '../filters/messages.ts'
import { useAlertsMessages } from './messages.ts'

const Conditions = lazy(() => import('../filters/Conditions.tsx').then((module) => ({ default: module.Conditions })))
const NothingFound = lazy(() =>
  import('../filters/NothingFound.tsx').then((module) => ({ default: module.NothingFound })),
)
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
  const language = useLanguage()
  const filterText = useFilterMessages()
  // Loaded behind the first view, and there when it is wanted.
  useEffect(() => {
    import('./alerts-table.ts').catch(() => {})
    import('../filters/Conditions.tsx').catch(() => {})
  }, [])
  const { columns, platforms, filter, query, rows, change } = useFiltered()
  const changes = useChanges(columns, query)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())

  const usual = usualSort(columns.overlay.machines)
  const cve = cveOf(query.q ?? '')
  const { length } = rows
  const ids = () => Array.from(rows, (row) => valueAt(columns.table.columns.id, row) ?? '')
  // What a filter hides is not meant, even if it was selected before.
  const chosen = selected.size === 0 ? [] : ids().filter((id) => selected.has(id))
  const exported = () => {
    const listed = Array.from(rows, columns.summaryAt)
    return chosen.length === 0 ? listed : listed.filter(({ id }) => selected.has(id))
  }
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
        <ExportMenu
          table={async () => {
            const [{ alertsTable }, { exportNote }] = await Promise.all([
              import('./alerts-table.ts'),
              import('../filters/use-export-note.ts'),
            ])
            return {
              ...exportNote(filter, platforms, { t: filterText, words, language }),
              ...alertsTable(exported(), { t, filterText, common, words, language }),
            }
          }}
          name="alerts"
          {...(chosen.length === 0 && {
            csvHref: `/api/bulletins.csv${stringifySearch(query)}`,
            atomHref: `/api/feed.atom${stringifySearch({ ...query, lang: language })}`,
          })}
        />
      </PageHeader>
      <Suspense>
        <Conditions />
      </Suspense>
      {cve !== null && (
        <Suspense>
          <VulnerabilityAnswer cve={cve} />
        </Suspense>
      )}
      {(changes.changed > 0 || chosen.length > 0) && (
        <Suspense>
          <ListStatus
            changes={changes}
            chosen={chosen}
            of={length}
            onSelectAll={() => setSelected(new Set(ids()))}
            onUnselect={() => setSelected(new Set())}
          />
        </Suspense>
      )}
      {length === 0 ? (
        <Suspense>
          <NothingFound />
        </Suspense>
      ) : (
        <CardList
          chosen={chosen}
          changeOf={changes.changeOf}
          since={changes.since}
          onSelect={(id) => setSelected(selected.symmetricDifference(new Set([id])))}
        />
      )}
    </>
  )
}
