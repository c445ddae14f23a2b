import { useMemo } from 'react'
import { useSuspenseQueries } from '@tanstack/react-query'
import { createRoute, Link } from '@tanstack/react-router'
import { bulletinQueries, platformQueries } from '../client/queries.ts'
import { applyFilter } from '../domain/filter/apply.ts'
import { buildColumns } from '../domain/filter/columns.ts'
import { filterOf, type Filter } from '../domain/filter/filter.ts'
import { changeQuery } from '../domain/filter/query.ts'
import { AlertsHeader } from '../features/alerts/AlertsHeader.tsx'
import { NoAlerts } from '../features/alerts/NoAlerts.tsx'
import { SeverityCard } from '../features/alerts/SeverityCard.tsx'
import { ActiveFilters } from '../features/filters/ActiveFilters.tsx'
import { FilterPanel } from '../features/filters/FilterPanel.tsx'
import { useMessages } from '../i18n/messages.ts'
import { rootRoute } from './root.tsx'
import './alerts.css'

export const alertsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.query({ ...bulletinQueries.index(), staleTime: 'static' }),
      queryClient.query({ ...platformQueries.tree(), staleTime: 'static' }),
    ]),
  component: AlertsPage,
})

function AlertsPage() {
  const { t } = useMessages()
  const query = alertsRoute.useSearch()
  const navigate = alertsRoute.useNavigate()
  const [{ data: index }, { data: platforms }] = useSuspenseQueries({
    queries: [bulletinQueries.index(), platformQueries.tree()],
  })

  // Made again only with the index: each key and click then costs well under a millisecond.
  const columns = useMemo(() => buildColumns(index, platforms), [index, platforms])
  const filter = filterOf(query)
  const { bulletins, counts } = applyFilter(columns, filter, query.sort)
  const change = (next: Parameters<typeof changeQuery>[1]) =>
    void navigate({ search: (search) => changeQuery(search, next), replace: true, resetScroll: false })
  const clear = (): Partial<Filter> => ({ severity: [], urgency: [], exploit: [], restart: [], platform: [], q: '' })

  return (
    <div className="alerts-page">
      <title>{`${t.nav.alerts} – HotFix Report`}</title>
      <FilterPanel filter={filter} counts={counts} platforms={platforms} onChange={change} />
      <main id="content">
        <AlertsHeader
          shown={bulletins.length}
          all={index.length}
          sort={query.sort ?? 'urgency'}
          onSort={(sort) => change({ sort })}
        />
        <ActiveFilters filter={filter} platforms={platforms} onChange={change} onClear={() => change(clear())} />
        {bulletins.length === 0 ? (
          <NoAlerts isStoreEmpty={index.length === 0} onClear={() => change(clear())} />
        ) : (
          <ul className="cards">
            {bulletins.map((bulletin) => (
              <li key={bulletin.id}>
                <SeverityCard
                  bulletin={bulletin}
                  platforms={platforms}
                  title={(children) => (
                    <Link to="/bulletins/$id" params={{ id: bulletin.id }} search={(search) => search}>
                      {children}
                    </Link>
                  )}
                />
              </li>
            ))}
          </ul>
        )}
      </main>
    </div>
  )
}
