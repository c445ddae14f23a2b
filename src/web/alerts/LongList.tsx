import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { maxWhole, type ItemSize } from './item-sizes.ts'
import { focusItem } from './use-list-focus.ts'

/** Of lists up to this, cards out of sight are drawn as text, so that the browser's own search finds them. */
const maxText = 400

/** Measured heights in pixels by size and id: on the way back a long list is as long as it was, and scrolls to where it was. */
const measured = new Map<ItemSize, Map<string, number>>()

function heightsOf(size: ItemSize): Map<string, number> {
  const known = measured.get(size) ?? new Map<string, number>()
  measured.set(size, known)
  return known
}

/** Whether a value has been the same for 250 ms: texts that are not urgent are drawn only then. */
function useIsStill(value: number): boolean {
  const [still, setStill] = useState<number | null>(null)
  useEffect(() => {
    const later = setTimeout(() => setStill(value), 250)
    return () => clearTimeout(later)
  }, [value])
  return still === value
}

type Props = {
  list: RefObject<HTMLElement | null>
  /** About how large an item is. */
  size: ItemSize
  count: number
  idAt: (position: number) => string
  /** An item that is drawn wherever it is. */
  active: number | null
}

/** What is drawn of a list, and where; null where it is drawn whole, as on paper. */
function useCutList({ list, size, count, idAt, active }: Props) {
  const heights = heightsOf(size)
  const isStill = useIsStill(count)
  const isPrinting = useIsPrinting()
  const isLong = count > maxWhole && !isPrinting
  const virtualizer = useWindowVirtualizer({
    count,
    enabled: isLong,
    getItemKey: idAt,
    indexAttribute: 'data-position',
    estimateSize: (position) => heights.get(idAt(position)) ?? size.height,
    measureElement(element) {
      const { height } = element.getBoundingClientRect()
      heights.set(element.getAttribute('data-id') ?? '', height)
      return height
    },
    rangeExtractor: (range) => [
      ...new Set([...defaultRangeExtractor(range), ...(active !== null && active < count ? [active] : [])]),
    ],
    gap: size.gap,
    overscan: 3,
    scrollMargin: list.current?.offsetTop ?? 0,
    initialRect: { width: 1000, height: 900 },
  })
  if (!isLong) return null
  const items = virtualizer.getVirtualItems()
  const texts = isStill && count <= maxText ? virtualizer.measurementsCache.filter((item) => !items.includes(item)) : []
  const placed = ({ index, start }: { index: number; start: number }) => ({
    position: index,
    style: { translate: `0 ${start - virtualizer.options.scrollMargin}px` },
  })
  return {
    height: virtualizer.getTotalSize(),
    items: items.map(placed),
    texts: texts.map(placed),
    measure: virtualizer.measureElement,
  }
}

export type CutList = ReturnType<typeof useCutList>

/** The list that was there until this one came is gone, and so is the focus that was in it: it comes back to its item. */
function useFocusKept({ list, active }: Props) {
  const isKept = useRef(false)
  useLayoutEffect(() => {
    if (!isKept.current && active !== null && document.activeElement === document.body) focusItem(list.current, active)
    isKept.current = true
  }, [list, active])
}

/** A list of which only the items in sight are drawn; `draw` gets what and where. It is loaded for the first long list. */
export function LongList({ draw, ...props }: Props & { draw: (cut: CutList) => ReactNode }) {
  useFocusKept(props)
  return draw(useCutList(props))
}
