import type { ReactNode } from 'react'
import { FilterGroup } from './FilterGroup.tsx'
import { useFilterMessages } from '../messages.ts'

type Props = { title: string; isActive: boolean; onClear: () => void; children: ReactNode }

/** A titled group of options, with "clear" where one is chosen. */
export function FacetGroup({ title, isActive, onClear, children }: Props) {
  const t = useFilterMessages()
  const clear = { children: t.clear, onClick: onClear, 'aria-label': `${title}: ${t.clear}` }
  return (
    <FilterGroup title={title} action={isActive ? clear : undefined}>
      {children}
    </FilterGroup>
  )
}
