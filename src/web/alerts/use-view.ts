import { useLayoutEffect, useRef } from 'react'
import { getRouteApi } from '@tanstack/react-router'
import { keptView, useListView, type View } from '../filters/list-view.ts'
import { writeDevice } from '../lib/device.ts'

const route = getRouteApi('/filtered/alerts')

/** How the list is drawn, which alert is shown beside it, and how to change that. */
export function useView() {
  const { view: asked, at } = route.useSearch()
  const navigate = route.useNavigate()
  const { view, isWide } = useListView(asked)
  const change = (search: { view: View; at: string | undefined }) =>
    navigate({ search: (now) => ({ ...now, ...search }), replace: true, resetScroll: false })
  return {
    view,
    isWide,
    /** The alert that the address names. */
    at,
    /** It is kept once the list is there: where the address says it, the list is not drawn a second time for that. */
    choose: (next: View) =>
      void change({ view: next, at: next === 'split' ? at : undefined }).then(() => writeDevice(keptView, next)),
    show: (id: string) => void change({ view, at: id }),
  }
}

/** A filter that changes deep in a list leads to the top of what it finds. `query`: the filter as the address has it. */
export function useTopOfResult(query: string): void {
  const last = useRef(query)
  useLayoutEffect(() => {
    if (last.current === query) return
    last.current = query
    if (window.scrollY > 0) window.scrollTo({ top: 0 })
  }, [query])
}
