import { useMemo, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { PlatformCount } from '../contract/platform.ts'
import type { BulletinQuery, Summary } from '../contract/summary.ts'
import { applyFilter } from '../domain/filter/apply.ts'
import { buildColumns } from '../domain/filter/columns.ts'
import { filterOf } from '../domain/filter/filter.ts'
import { useMessages } from '../i18n/messages.ts'

type Props = { id: string; index: readonly Summary[]; platforms: readonly PlatformCount[]; query: BulletinQuery }

/** The list that the bulletin belongs to: the filtered one, or all where the filter leaves it out. */
function siblings({ id, index, platforms, query }: Props): Summary[] {
  const columns = buildColumns(index, platforms)
  const filtered = applyFilter(columns, filterOf(query), query.sort).bulletins
  return filtered.some((summary) => summary.id === id)
    ? filtered
    : applyFilter(columns, filterOf({}), query.sort).bulletins
}

/** Back to the list, and to the alerts before and after this one in it. */
export function Pager({ id, index, platforms, query }: Props) {
  const { t } = useMessages()
  // Making the searchable text of all bulletins is the costly part; none of it changes with the language.
  const list = useMemo(() => siblings({ id, index, platforms, query }), [id, index, platforms, query])
  const at = list.findIndex((summary) => summary.id === id)
  return (
    <nav className="bulletin-pager" aria-label={t.bulletin.pager}>
      <Link to="/" search={(search) => search} className="link">
        <span aria-hidden>←</span> {t.bulletin.toList}
      </Link>
      {at >= 0 && <span className="muted">{`${at + 1} / ${list.length}`}</span>}
      <Neighbour id={list[at - 1]?.id} rel="prev">
        <span aria-hidden>‹</span> {t.bulletin.previous}
      </Neighbour>
      <Neighbour id={at < 0 ? undefined : list[at + 1]?.id} rel="next">
        {t.bulletin.next} <span aria-hidden>›</span>
      </Neighbour>
    </nav>
  )
}

function Neighbour({ id, rel, children }: { id: string | undefined; rel: 'prev' | 'next'; children: ReactNode }) {
  if (id === undefined) return null
  return (
    <Link to="/bulletins/$id" params={{ id }} search={(search) => search} rel={rel} className="button">
      {children}
      <span className="muted">{id}</span>
    </Link>
  )
}
