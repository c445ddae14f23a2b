import type { RefObject } from 'react'
import { useTriage, type TriageAsk } from '../triage/Triage.tsx'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { useListFocus } from './use-list-focus.ts'
import type { Selection } from './use-selection.ts'

type Listed = {
  count: number
  /** The id at a position; null beyond the list. */
  idAt: (position: number) => string | null
  isChanged: (id: string) => boolean
  /** Whether it may affect a machine of the fleet; true where there is none on file. */
  touchesMine: (id: string) => boolean
  selection: Selection
  /** Told of the item that has the focus. */
  onActive?: ((id: string) => void) | undefined
}

/**
 * The keys of a list: `j` and `k` move the focus, with Shift they select on the way, `n` leads to the next one that has
 * changed; the state is set of those that are selected, or of the one that has the focus.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, listed: Listed) {
  const { count, idAt, isChanged, touchesMine, selection } = listed
  const focus = useListFocus(list, count, idAt, listed.onActive)
  const { focused, here, goTo } = focus
  const openTriage = useTriage()

  const extend = (step: 1 | -1) => () => {
    const position = here() ?? -1
    const [from, to] = [idAt(position), idAt(position + step)]
    if (from === null || to === null) return false
    selection.extendTo(to, from)
    return goTo(position + step)
  }
  const all = (isWanted: () => boolean) => () => {
    if (!isWanted()) return false
    selection.selectAll()
    return true
  }
  useShortcuts('list', {
    next: () => goTo((here() ?? -1) + 1),
    previous: () => goTo((here() ?? 1) - 1),
    nextChanged() {
      for (let position = (here() ?? -1) + 1; ; position++) {
        const id = idAt(position)
        if (id === null) return false
        if (isChanged(id)) return goTo(position)
      }
    },
    select() {
      const id = idAt(focused() ?? -1)
      if (id === null) return false
      selection.toggle(id)
      return true
    },
    selectNext: extend(1),
    selectPrevious: extend(-1),
    selectAll: all(() => count > 0),
    // Elsewhere it selects the text of the page.
    selectAllHere: all(() => focused() !== null),
  })

  const ask = (more: (ids: readonly string[]) => Omit<TriageAsk, 'ids'>) => () => {
    const one = idAt(focused() ?? -1)
    const ids = selection.chosen.length > 0 || one === null ? selection.chosen : [one]
    if (openTriage === null || ids.length === 0) return false
    openTriage({ ids, ...more(ids) })
    return true
  }
  useShortcuts('triage', {
    status: ask(() => ({ field: 'status' })),
    assignee: ask(() => ({ field: 'assignee' })),
    notApplicable: ask((ids) => ({
      field: 'status',
      preset: ids.some(touchesMine) ? 'not-applicable' : 'no-machines',
    })),
  })
  return focus
}
