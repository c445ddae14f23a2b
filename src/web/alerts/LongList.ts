/** Cuts a long list to what is in sight: loaded behind the first view, for the first long list. */
import { startTransition } from 'react'
import { flushSync } from 'react-dom'
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/react-virtual'
import { fromJson, persisted } from '../lib/persisted.ts'
import { maxWhole, type ItemSize } from './item-sizes.ts'

/** Of lists up to this, items out of sight are drawn as text, so that the browser's own search finds them. */
const maxText = 400

/** After the length of a list has not changed for this many milliseconds, it gets what is out of sight, which is not urgent. */
const stillAfter = 250

/** How many items beyond either edge of the window are drawn of a list that is still: who scrolls finds them there. */
const beyond = 3

/** Where on the page the list before began, in pixels: another one probably begins there, too. */
let lastTop = 0

/** Measured heights in pixels by id, and these by the usual height. */
type Measured = Record<number, Record<string, number>>

const tab = persisted(() => sessionStorage, 'remember')
const measuredKey = 'hotfix-report.measured'

/** The tab keeps it: on the way back a long list is as long as it was, and scrolls to where it was. */
const measured = tab.read(measuredKey, (text) => fromJson<Measured>(text, (kept) => kept as Measured, {}))
addEventListener('pagehide', () => tab.keep(measuredKey, JSON.stringify(measured)))

type Asked = {
  count: number
  idAt: (position: number) => string
  /** An item that is drawn wherever it is. */
  active: number | null
}

type Placed = { position: number; style: { top: number } }

/** What is drawn of a list, and where. */
export type Cut = {
  height: number
  items: readonly Placed[]
  texts: readonly Placed[]
  measure: (element: Element | null) => void
}

/**
 * What cuts one list, which draws itself anew by `redraw`.
 *
 * @param size about how large an item is
 * @param list what is on the page of it already
 */
export function cutter(size: ItemSize, list: HTMLElement | null, redraw: () => void) {
  const heights = (measured[size.height] ??= {})
  // Those that are there already have their heights: nothing moves when they are placed.
  for (const item of list?.querySelectorAll('[data-id]') ?? [])
    heights[item.getAttribute('data-id') ?? ''] = item.getBoundingClientRect().height
  let above = list?.offsetTop ?? lastTop
  let [isPrinting, isMeasuring] = [false, false]
  let options: VirtualizerOptions<Window, Element> | null = null
  let virtualizer: Virtualizer<Window, Element> | null = null
  let [count, still]: (number | null)[] = [null, null]
  // What is there already stays.
  let isWhole = list !== null
  let timer: ReturnType<typeof setTimeout> | undefined

  function optionsOf({ count: all, idAt, active }: Asked): VirtualizerOptions<Window, Element> {
    return {
      count: all,
      enabled: all > maxWhole && !isPrinting,
      getItemKey: idAt,
      indexAttribute: 'data-position',
      estimateSize: (position) => heights[idAt(position)] ?? size.height,
      measureElement(element) {
        const { height } = element.getBoundingClientRect()
        heights[element.getAttribute('data-id') ?? ''] = height
        return height
      },
      rangeExtractor: (range) => [
        ...new Set([...defaultRangeExtractor(range), ...(active !== null && active < all ? [active] : [])]),
      ],
      gap: size.gap,
      overscan: isWhole || still === all ? beyond : 0,
      scrollMargin: above,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      initialOffset: () => window.scrollY,
      getScrollElement: () => window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      // What is measured while React commits is drawn right after it by itself.
      onChange: (_, isUrgent) => (isUrgent && !isMeasuring ? flushSync(redraw) : redraw()),
    }
  }
  const print = (next: boolean) => () => {
    isPrinting = next
    // The browser takes its picture as soon as the handler returns.
    flushSync(redraw)
  }
  const [before, after] = [print(true), print(false)]
  // One and the same: React would measure each item again for another one.
  const measure = (element: Element | null) => {
    isMeasuring = true
    virtualizer?.measureElement(element)
    isMeasuring = false
  }

  return {
    /** What is to be drawn; null where it is all, as on paper. */
    cut(asked: Asked): Cut | null {
      options = optionsOf(asked)
      virtualizer ??= new Virtualizer(options)
      virtualizer.setOptions(options)
      if (!options.enabled) return null
      const placed = ({ index, start }: VirtualItem) => ({
        position: index,
        style: { top: start - above },
      })
      const items = virtualizer.getVirtualItems()
      return {
        height: virtualizer.getTotalSize(),
        items: items.map(placed),
        texts:
          still === asked.count && still <= maxText
            ? virtualizer.measurementsCache.filter((item) => !items.includes(item)).map(placed)
            : [],
        measure,
      }
    },
    /** To be called once the list is on the page; gives the way to end it. */
    mount() {
      window.addEventListener('beforeprint', before)
      window.addEventListener('afterprint', after)
      // What the library's own hook calls.
      // oxlint-disable-next-line no-underscore-dangle
      const unmount = virtualizer?._didMount()
      return () => {
        unmount?.()
        clearTimeout(timer)
        count = null
        window.removeEventListener('beforeprint', before)
        window.removeEventListener('afterprint', after)
      }
    },
    /** To be called after each time that the list is drawn. `top`: where it begins on the page. */
    drawn(top: number) {
      // oxlint-disable-next-line no-underscore-dangle
      virtualizer?._willUpdate()
      lastTop = top
      // What is placed in the list stays in its place: only which items are in sight may change.
      if (top !== above) {
        above = top
        startTransition(redraw)
      }
      if (options === null || options.count === count) return
      isWhole &&= count === null
      count = options.count
      still = null
      clearTimeout(timer)
      timer = setTimeout(() => {
        still = count
        redraw()
      }, stillAfter)
    },
  }
}

export type Cutter = ReturnType<typeof cutter>
