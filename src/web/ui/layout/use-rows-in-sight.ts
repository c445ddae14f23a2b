import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'

/** What is in sight before the browser has measured it. */
const initialRect = { width: 1000, height: 900 }

type Rows = {
  count: number
  /** In pixels, until a row is measured. */
  usualHeight: number
  keyOf?: (position: number) => string
  /** For paper, and for few rows: all of them. */
  isWhole: boolean
}

/**
 * The rows of a long table that are in sight, as it scrolls with the page. `box` is where they begin, `before` and `after`
 * are how high those are that are not drawn; a row is measured by its `ref`, and says its `data-position`.
 */
export function useRowsInSight<Box extends HTMLElement>({ count, usualHeight, keyOf, isWhole }: Rows) {
  const box: RefObject<Box | null> = useRef<Box>(null)
  const [top, setTop] = useState(0)
  // What is above comes and goes, and changes where the table is.
  useLayoutEffect(() => {
    if (isWhole) return
    const look = () => {
      if (box.current !== null) setTop(Math.round(box.current.getBoundingClientRect().top + window.scrollY))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [isWhole])
  const virtual = useWindowVirtualizer({
    count,
    enabled: !isWhole,
    ...(keyOf && { getItemKey: keyOf }),
    indexAttribute: 'data-position',
    estimateSize: () => usualHeight,
    overscan: 8,
    scrollMargin: top,
    initialRect,
  })
  if (isWhole)
    return { box, before: 0, after: 0, measure: undefined, positions: Array.from({ length: count }, (_, at) => at) }
  const items = virtual.getVirtualItems()
  return {
    box,
    before: (items[0]?.start ?? top) - top,
    after: Math.max(0, virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top)),
    measure: virtual.measureElement,
    positions: items.map(({ index }) => index),
  }
}
