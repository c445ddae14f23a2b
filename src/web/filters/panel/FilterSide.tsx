import { memo, Suspense, useDeferredValue } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { machinesByVersion } from '../../../domain/fleet/exposure.ts'
import { readQuery } from '../../../domain/filter/query.ts'
import { useFleet } from '../../catalogue/fleet.ts'
import { parseSearch } from '../../lib/search.ts'
import { useSavedFilters } from '../../lib/use-saved-filters.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { QuickFilters } from './QuickFilters.tsx'
import { useFiltered } from '../use-filtered.tsx'

/** The panel that filters, with the fleet's platforms and the saved filters on top. `isFolded`: a sheet that a button opens. */
export const FilterSide = memo(function Side(props: { isFolded: boolean }) {
  // Asked for while the index is on its way: they are on top, and would push down what is there before them.
  const { areOnTheirWay } = useSavedFilters()
  return (
    <Suspense>
      <Panel {...props} areOnTheirWay={areOnTheirWay} />
    </Suspense>
  )
})

/** Waits for the index before the saved filters, so that it fails when the list does: later, another try would be over. */
function Panel({ isFolded, areOnTheirWay }: { isFolded: boolean; areOnTheirWay: boolean }) {
  const { filter, counts, platforms, change } = useFiltered()
  // The list and the boxes answer a key or click; the numbers beside the boxes follow.
  const shown = useDeferredValue(counts)
  const navigate = useNavigate()
  // Bulletins name versions, so a part of a version counts as its version.
  const fleet = [...machinesByVersion(useFleet()).keys()]
  if (areOnTheirWay) return null
  return (
    <FilterPanel filter={filter} counts={shown} platforms={platforms} onChange={change} isFolded={isFolded}>
      <QuickFilters
        chosen={filter.platform}
        fleet={fleet}
        onPlatforms={(platform) => change({ platform })}
        onOpen={(search) => void navigate({ to: '.', search: readQuery(parseSearch(search)) })}
      />
    </FilterPanel>
  )
}
