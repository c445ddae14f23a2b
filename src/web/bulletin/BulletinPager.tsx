import { useMemo, type ReactNode } from 'react'
import { clsx } from 'clsx'
import { getRouteApi, Link, useMatchRoute, useNavigate } from '@tanstack/react-router'
import type { BulletinQuery } from '../../contract/summary.ts'
import { applyFilter } from '../../domain/filter/apply.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { filterOf, type Filter } from '../../domain/filter/filter.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { valueAt } from '../../domain/table/open.ts'
import { useWithChanges } from '../changes/use-changes.ts'
import { useNextChanged } from '../changes/use-next-changed.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { Behind } from '../ui/layout/Behind.tsx'
import { useBulletinMessages } from './messages.ts'
import styles from './BulletinPager.module.css'

const route = getRouteApi('/bulletins/$id')

/** The rows of the filtered list, or of all bulletins where the filter leaves this one out. */
function siblings(row: number, columns: Columns, query: BulletinQuery): Uint32Array {
  const rowsOf = (filter: Filter) => applyFilter(columns, filter, query.sort).rows
  const filtered = rowsOf(filterOf(query))
  return filtered.includes(row) ? filtered : rowsOf(filterOf({}))
}

/** Back to the list, and to the bulletins before and after this one once the index is there. */
export function BulletinPager({ id }: { id: string }) {
  const t = useBulletinMessages()
  return (
    <nav className={clsx('on-screen', styles['bulletin-pager'])} aria-label={t.pager}>
      <Link to="/alerts" search={readQuery} className={clsx('link', styles['to-list'])}>
        <span aria-hidden>←</span> {t.toList}
      </Link>
      <Behind>
        <Neighbours id={id} />
      </Behind>
    </nav>
  )
}

function Neighbours({ id: shown }: { id: string }) {
  const t = useBulletinMessages()
  // Keys count from the bulletin that is on its way: the page may still show the one before.
  const onItsWay = useMatchRoute()({ to: '/bulletins/$id', pending: true })
  const id = onItsWay ? onItsWay.id : shown
  const query = route.useSearch()
  const columns = useWithChanges(useCatalogue().columns, query)
  useNextChanged(id, columns, query)
  const row = columns.rowOf(id) ?? -1
  const list = useMemo(() => siblings(row, columns, query), [row, columns, query])
  const at = list.indexOf(row)
  const idAt = (place: number) => valueAt(columns.table.columns.id, list[place] ?? -1)
  const [before, after] = [idAt(at - 1), at < 0 ? undefined : idAt(at + 1)]
  const navigate = useNavigate()
  const lead = (other: string | undefined) => () => {
    if (other === undefined) return false
    void navigate({ to: '/bulletins/$id', params: { id: other }, search: readQuery })
    return true
  }
  useShortcuts('list', { next: lead(after), previous: lead(before) })
  return (
    <>
      {at >= 0 && <span className="muted">{`${at + 1} / ${list.length}`}</span>}
      <Neighbour id={before} rel="prev">
        <span aria-hidden>‹</span> {t.previous}
      </Neighbour>
      <Neighbour id={after} rel="next">
        {t.next} <span aria-hidden>›</span>
      </Neighbour>
    </>
  )
}

function Neighbour({ id, rel, children }: { id: string | undefined; rel: 'prev' | 'next'; children: ReactNode }) {
  if (id === undefined) return null
  return (
    <Link
      to="/bulletins/$id"
      params={{ id }}
      search={readQuery}
      rel={rel}
      className={clsx('button', styles['neighbour'])}
    >
      {children}
      <span className="muted">{id}</span>
    </Link>
  )
}
