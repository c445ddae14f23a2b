import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import './CardList.css'

type Props = {
  count: number
  keyOf: (position: number) => string
  card: (position: number) => ReactNode
  /** What a card is called: stands for it while it is out of sight. */
  textOf: (position: number) => string
  /** Selects the card or, if it was, unselects it. */
  onSelect: (position: number) => void
  /** Asks for the state of a card; null where the reader is at none. False where there is nothing to be set. */
  onTriage: (position: number | null, field: 'status' | 'assignee') => boolean
}

/** Shorter lists are drawn whole. Of longer ones the cards out of sight are drawn as their text, so that the browser's own search finds them; of very long ones not at all. */
const maxWhole = 30
const maxText = 400

/** Heights that were measured, in pixels by key: on the way back a long list is as long as it was, and scrolls to where it was. */
const heights = new Map<string, number>()
const usualHeight = 216
const gap = 10

/** Whether a value has been the same for a while: what nobody waits for is drawn only then. */
function useIsStill(value: number): boolean {
  const [still, setStill] = useState<number | null>(null)
  useEffect(() => {
    const later = setTimeout(() => setStill(value), 250)
    return () => clearTimeout(later)
  }, [value])
  return still === value
}

/** The cards one below the other; of many only those in sight are drawn. `j`, `k` and `x` move and select. */
export function CardList({ count, keyOf, card, textOf, onSelect, onTriage }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const wanted = useRef<number | null>(null)
  const isPrinting = useIsPrinting()
  const isStill = useIsStill(count)
  const isCut = count > maxWhole && !isPrinting
  const virtualizer = useWindowVirtualizer({
    count,
    enabled: isCut,
    getItemKey: keyOf,
    estimateSize: (position) => heights.get(keyOf(position)) ?? usualHeight,
    measureElement(element) {
      const height = element.getBoundingClientRect().height
      heights.set(element.getAttribute('data-key') ?? '', height)
      return height
    },
    gap,
    overscan: 3,
    // The page's bar stays above the list.
    scrollPaddingStart: 68,
    scrollMargin: list.current?.offsetTop ?? 0,
    initialRect: { width: 1000, height: 900 },
  })

  const linkAt = (position: number) =>
    list.current?.querySelector<HTMLElement>(`[data-position="${position}"] h2 a`) ?? null
  /** Where the reader is or, where the keys are quicker than the drawing, will be in a moment. */
  const here = () => {
    if (wanted.current !== null) return wanted.current
    const item = document.activeElement?.closest<HTMLElement>('[data-position]')
    return item && list.current?.contains(item) ? Number(item.dataset['position']) : null
  }
  /** The card that has the focus, as long as the reader has not turned to something else. */
  const attended = useRef<{ key: string; position: number } | null>(null)
  const goTo = (position: number) => {
    if (position < 0 || position >= count) return undefined
    const link = linkAt(position)
    if (link !== null) {
      link.focus({ preventScroll: true })
      link.closest('li')?.scrollIntoView({ block: 'nearest' })
      return undefined
    }
    wanted.current = position
    virtualizer.scrollToIndex(position)
    return undefined
  }
  // Runs after each drawing: what was out of sight when it was asked for may be there now.
  useEffect(() => {
    const link = wanted.current === null ? null : linkAt(wanted.current)
    if (link === null) return
    wanted.current = null
    link.focus({ preventScroll: true })
  })
  useEffect(() => {
    const attend = ({ target }: FocusEvent) => {
      const item = target instanceof Element ? target.closest<HTMLElement>('[data-position]') : null
      const position = Number(item?.dataset['position'])
      attended.current = item === null ? null : { key: keyOf(position), position }
    }
    const element = list.current
    element?.addEventListener('focusin', attend)
    return () => element?.removeEventListener('focusin', attend)
  })
  // A card that no longer matches the filter goes, and the reader with it to the one that takes its place.
  useEffect(() => {
    const was = attended.current
    if (was === null || document.activeElement !== document.body || count === 0) return
    if (was.position < count && keyOf(was.position) === was.key) return
    attended.current = null
    goTo(Math.min(was.position, count - 1))
  })
  useShortcuts('list', {
    next: () => goTo((here() ?? -1) + 1),
    previous: () => goTo((here() ?? 1) - 1),
    select() {
      const position = here()
      if (position === null) return false
      onSelect(position)
      return true
    },
  })
  useShortcuts('triage', {
    status: () => onTriage(here(), 'status'),
    assignee: () => onTriage(here(), 'assignee'),
  })

  if (!isCut) {
    return (
      <ul ref={list} className="cards">
        {Array.from({ length: count }, (_, position) => (
          <li key={keyOf(position)} data-position={position}>
            {card(position)}
          </li>
        ))}
      </ul>
    )
  }
  const inSight = virtualizer.getVirtualItems()
  const texts =
    !isStill || count > maxText ? [] : virtualizer.measurementsCache.filter((item) => !inSight.includes(item))
  return (
    <ul
      ref={list}
      className="cards cut"

      style={{ height: virtualizer.getTotalSize() }}
    >
      {texts.map(({ index, key, start }) => (
        <li
          key={key}
          className="text"
          aria-hidden
          style={{ translate: `0 ${start - virtualizer.options.scrollMargin}px` }}
        >
          {textOf(index)}
        </li>
      ))}
      {inSight.map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          data-key={key}
          data-position={index}
          aria-setsize={count}
          aria-posinset={index + 1}
          style={{ translate: `0 ${start - virtualizer.options.scrollMargin}px` }}
        >
          {card(index)}
        </li>
      ))}
    </ul>
  )
}
