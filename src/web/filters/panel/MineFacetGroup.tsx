import { useQuery } from '@tanstack/react-query'
import { fleetFixesQuery, useFleet } from '../../catalogue/fleet.ts'
import { facetOf, type FilterProps } from './FilterPanel.tsx'
import { FoldedGroup } from './FoldedGroup.tsx'
import { ListFacetGroup } from './ListFacetGroup.tsx'
import { useFilterMessages } from '../messages.ts'

/** What a bulletin means for the machines of the fleet; nothing where none are on file. */
export function MineFacetGroup(props: FilterProps) {
  const t = useFilterMessages()
  const isActive = props.filter.mine.length > 0
  if (useFleet().length === 0 && !isActive) return null
  return (
    <FoldedGroup title={t.mine} isActive={isActive}>
      <Options {...props} />
    </FoldedGroup>
  )
}

/** Which fixes are to be installed is asked for once it is wanted. */
function Options(props: FilterProps) {
  useQuery(fleetFixesQuery())
  return <ListFacetGroup {...facetOf('mine', props)} />
}
