import { useNavigate } from '@tanstack/react-router'
import type { BulletinQuery } from '../../contract/summary.ts'
import { newestChange } from '../../domain/changes/last-changes.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { useChanges } from './use-changes.ts'

/** On the page of a bulletin, `n` leads to the one that has changed before it, or else to the one that has changed last. */
export function useNextChanged(id: string, columns: Columns, query: BulletinQuery): void {
  const navigate = useNavigate()
  const { changeOf } = useChanges(columns, query)
  useShortcuts('list', {
    nextChanged() {
      const { changes } = columns.overlay
      const changed = [...changes]
        .filter(([each]) => changeOf(each) !== null)
        .map(([each, own]) => ({ id: each, event: newestChange(own)?.event ?? 0 }))
        .toSorted((a, b) => b.event - a.event)
      const next = changed[changed.findIndex((each) => each.id === id) + 1]
      if (next === undefined || next.id === id) return false
      void navigate({ to: '/bulletins/$id', params: { id: next.id }, search: readQuery })
      return true
    },
  })
}
