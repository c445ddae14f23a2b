import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'

type Acts = {
  /** Selects one or, if it was, unselects it; it is then the end from which a range is taken. */
  toggle: (id: string) => void
  /** Selects all from one, or from the one that was chosen last, to this one. */
  extendTo: (id: string, from?: string) => void
  /** Selects all that are listed. */
  selectAll: () => void
  unselect: () => void
}

export type Selection = Acts & {
  acts: Acts
  /** The ids that are selected and listed, in the order of the list. */
  chosen: readonly string[]
}

/** The ids between two of a list, both among them; the one alone where the other is not listed. */
function between(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)].toSorted((a, b) => a - b)
  const [first = -1, last = -1] = ends
  return first < 0 ? [to] : ids.slice(first, last + 1)
}

const selectionKey = ['selection']

/** What is selected of a list. `ids`: what is listed; what a filter hides is not meant, even if it was selected before. */
export function useSelection(ids: () => readonly string[]): Selection {
  const client = useQueryClient()
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => client.getQueryData(selectionKey) ?? new Set())
  // Who comes back to the list finds it as it was.
  useEffect(() => {
    client.setQueryDefaults(selectionKey, { gcTime: Infinity })
    client.setQueryData(selectionKey, selected)
  }, [client, selected])
  const anchor = useRef<string | null>(null)
  const listed = useRef(ids)
  useLayoutEffect(() => {
    listed.current = ids
  })
  // The same all the time: an item of a list is not drawn anew for them.
  const [acts] = useState(() => ({
    toggle(id: string) {
      setSelected((before) => before.symmetricDifference(new Set([id])))
      anchor.current = id
    },
    extendTo(id: string, from?: string) {
      const range = between(listed.current(), from ?? anchor.current, id)
      setSelected((before) => before.union(new Set(range)))
      anchor.current = id
    },
    selectAll: () => setSelected(new Set(listed.current())),
    unselect: () => setSelected(new Set()),
  }))
  return { ...acts, acts, chosen: selected.size === 0 ? [] : ids().filter((id) => selected.has(id)) }
}
