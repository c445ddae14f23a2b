import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'
import { useRouter } from '@tanstack/react-router'
import { decoded } from '../../contract/decoded.ts'

type Active = {
  position: number
  id: string
  /** Whether a key led there: then its link takes the focus. */
  isByKey: boolean
}

/** The position of the item that an element is in. */
function positionOf(element: Element | null): number | null {
  const position = element?.closest<HTMLElement>('[data-position]')?.dataset['position']
  return position === undefined ? null : Number(position)
}

/** Whether there is an item yet at a position, or of an id. */
function focusItem(list: HTMLElement | null, at: number | string): boolean {
  const item = list?.querySelector(typeof at === 'number' ? `[data-position="${at}"]` : `[data-id="${at}"]`)
  item?.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true })
  item?.scrollIntoView({ block: 'nearest' })
  return item !== null && item !== undefined
}

/** What stays in sight covers that much of the page. */
const headerHeight = 53

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= headerHeight && bottom <= window.innerHeight
}

/** The bulletin of an address; null where it is of another page. */
const bulletinAt = (pathname = ''): string | null => /^\/bulletins\/([^/]+)$/.exec(pathname)?.[1] ?? null

/** The bulletin whose page one comes from; null from elsewhere. */
export const useCameFrom = () => bulletinAt(useRouter().state.resolvedLocation?.pathname)

/**
 * Which item of a list has the focus. The active item is drawn even where it is out of sight; who comes back from a
 * bulletin is on its item again.
 *
 * @param idAt the id at a position; null beyond the list
 * @param onActive told of an item that gets the focus
 */
export function useListFocus(
  list: RefObject<HTMLElement | null>,
  count: number,
  idAt: (position: number) => string | null,
  onActive: (id: string) => void = () => {},
) {
  const from = useCameFrom()
  const [active, setActive] = useState<Active | null>(() => {
    if (from === null) return null
    const id = decoded(from)
    const position = Array.from({ length: count }, (_, at) => at).findIndex((at) => idAt(at) === id)
    return position < 0 ? null : { position, id, isByKey: true }
  })
  const focused = () => (list.current?.contains(document.activeElement) ? positionOf(document.activeElement) : null)
  const goTo = (position: number) => {
    const id = idAt(position)
    if (id !== null) setActive({ position, id, isByKey: true })
    return undefined
  }
  // A long list may not be there yet: what is to have the focus waits for it.
  const waiting = useRef<Active | null>(null)
  useLayoutEffect(() => {
    waiting.current = active?.isByKey === true ? active : null
  }, [active])
  useLayoutEffect(() => {
    // By its id: the list may be in another order by now.
    if (waiting.current !== null && focusItem(list.current, waiting.current.id)) waiting.current = null
  })
  /** Where keys go on from: an item that is drawn anew has lost the focus, and one that is not drawn yet has none. */
  const here = () => {
    const lost = document.activeElement === document.body ? active?.position : undefined
    return waiting.current?.position ?? focused() ?? lost ?? null
  }
  // The router scrolls to where the page was, or to its top, and items above have their true heights only once they are
  // drawn: the item one comes back to is in sight all the same.
  const cameBack = useRef(active !== null)
  useEffect(() => {
    if (!cameBack.current) return undefined
    let frames = 30
    const look = () => {
      const item = document.activeElement?.closest('[data-position]')
      if (item && !isInSight(item)) item.scrollIntoView({ block: 'center' })
      if (--frames > 0) next = requestAnimationFrame(look)
      else cameBack.current = false
    }
    let next = requestAnimationFrame(look)
    return () => cancelAnimationFrame(next)
  }, [])
  // An item that no longer matches the filter goes, and the focus with it to the one that takes its place.
  useEffect(() => {
    if (active === null || document.activeElement !== document.body || idAt(active.position) === active.id) return
    let position = active.position
    while (position > 0 && idAt(position) === null) position -= 1
    focusItem(list.current, position)
  })
  return {
    active: active?.position ?? null,
    focused,
    here,
    goTo,
    onFocus: ({ target }: FocusEvent) => {
      const position = positionOf(target)
      const id = position === null ? null : idAt(position)
      if (position === null || id === null) return
      if (id !== active?.id) setActive({ position, id, isByKey: false })
      onActive(id)
    },
  }
}
