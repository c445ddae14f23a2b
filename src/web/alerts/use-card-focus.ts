import { useEffect, useLayoutEffect, useState, type FocusEvent, type RefObject } from 'react'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'

type Active = {
  position: number
  id: string
  /** Whether a key led there: then its link takes the focus. */
  isByKey: boolean
}

/** The position of the card that an element is in. */
function positionOf(element: Element | null): number | null {
  const position = element?.closest<HTMLElement>('[data-position]')?.dataset['position']
  return position === undefined ? null : Number(position)
}

function focusCard(list: HTMLElement | null, position: number): void {
  const card = list?.querySelector(`[data-position="${position}"]`)
  card?.querySelector<HTMLElement>('h2 a')?.focus({ preventScroll: true })
  card?.scrollIntoView({ block: 'nearest' })
}

/**
 * `j` and `k` move the focus from card to card. The active card is drawn even where it is out of sight.
 *
 * `n` to the next one that has changed.
 *
 * @param idAt the id of the card at a position; null beyond the list
 */
export function useCardFocus(
  list: RefObject<HTMLElement | null>,
  idAt: (position: number) => string | null,
  isChanged: (id: string) => boolean,
) {
  const [active, setActive] = useState<Active | null>(null)
  const focused = () => (list.current?.contains(document.activeElement) ? positionOf(document.activeElement) : null)
  const goTo = (position: number) => {
    const id = idAt(position)
    if (id !== null) setActive({ position, id, isByKey: true })
    return undefined
  }
  const goToChanged = () => {
    for (let position = (focused() ?? -1) + 1; ; position++) {
      const id = idAt(position)
      if (id === null) return false
      if (isChanged(id)) return goTo(position)
    }
  }
  useLayoutEffect(() => {
    if (active?.isByKey === true) focusCard(list.current, active.position)
  }, [list, active])
  // A card that no longer matches the filter goes, and the focus with it to the one that takes its place.
  useEffect(() => {
    if (active === null || document.activeElement !== document.body || idAt(active.position) === active.id) return
    let position = active.position
    while (position > 0 && idAt(position) === null) position -= 1
    focusCard(list.current, position)
  })
  useShortcuts('list', {
    next: () => goTo((focused() ?? -1) + 1),
    previous: () => goTo((focused() ?? 1) - 1),
    nextChanged: goToChanged,
  })
  return {
    active: active?.position ?? null,
    focused,
    onFocus: ({ target }: FocusEvent) => {
      const position = positionOf(target)
      const id = position === null ? null : idAt(position)
      if (position !== null && id !== null && id !== active?.id) setActive({ position, id, isByKey: false })
    },
  }
}
