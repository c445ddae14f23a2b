import { useLayoutEffect, useState, type RefObject } from 'react'
import { useElementScrollRestoration } from '@tanstack/react-router'

/**
 * Where a grid was when one left it, and its page with it: the router looks for that only once, before the grid is there.
 *
 * @param id its `data-scroll-restoration-id`
 */
export function useKeptPlace(grid: RefObject<HTMLElement | null>, id: string): void {
  const inGrid = useElementScrollRestoration({ id })
  const onPage = useElementScrollRestoration({ getElement: () => window })
  const [kept] = useState({ inGrid, onPage })
  useLayoutEffect(() => {
    if (kept.inGrid !== undefined) grid.current?.scrollTo(kept.inGrid.scrollX, kept.inGrid.scrollY)
    if (kept.onPage !== undefined) window.scrollTo(kept.onPage.scrollX, kept.onPage.scrollY)
  }, [grid, kept])
}
