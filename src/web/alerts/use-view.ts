import { useLayoutEffect, useRef } from 'react'
import { getRouteApi } from '@tanstack/react-router'
import { useDevice } from '../lib/device.ts'
import { useMedia } from '../ui/use-media.ts'
import { keptView, type View } from './views.ts'

const route = getRouteApi('/filtered/alerts')

/** How the list is drawn: as the address says, else as it was last; side by side only where there is room. */
export function useView() {
  const { view: asked, at } = route.useSearch()
  const navigate = route.useNavigate()
  const [kept, keep] = useDevice(keptView)
  const isWide = useMedia('(min-width: 1200px)')
  const wanted = asked ?? kept
  const view: View = wanted === 'split' && !isWide ? 'cards' : wanted
  const change = (search: { view: View; at: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...search }), replace: true, resetScroll: false })
  return {
    view,
    isWide,
    /** The alert that the address names. */
    at,
    choose: (next: View) => {
      keep(next)
      change({ view: next, at: next === 'split' ? at : undefined })
    },
    show: (id: string) => change({ view, at: id }),
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
