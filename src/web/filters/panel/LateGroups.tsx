import type { Facet } from '../../../contract/facets.ts'
import type { PlatformCount } from '../../../contract/platform.ts'
import { newestByPlatform } from '../../../domain/platforms/recency.ts'
import '../change-names.ts'
import '../hold-names.ts'
import '../release-names.ts'
import { foldedFacets } from '../facet-options.ts'
import { facetOf, type FilterProps } from './FilterPanel.tsx'
import { FoldedGroup } from './FoldedGroup.tsx'
import { HideShipped } from './HideShipped.tsx'
import { ListFacetGroup } from './ListFacetGroup.tsx'
import { useFilterMessages } from '../messages.ts'
import { MineFacetGroup } from './MineFacetGroup.tsx'
import { OnFileFacetGroup } from './OnFileFacetGroup.tsx'
import { PlatformFacet } from './PlatformFacet.tsx'
import { PublishedFacet } from './PublishedFacet.tsx'
import { useFiltered } from '../use-filtered.tsx'

const isOnFile = (facet: Facet) =>
  facet === 'assignee' ||
  facet === 'changed' ||
  facet === 'component' ||
  facet === 'cwe' ||
  facet === 'publisher' ||
  facet === 'release'

/** The groups below those that are always in sight: the platforms, and what is folded. */
export function LateGroups({ platforms, ...props }: FilterProps & { platforms: readonly PlatformCount[] }) {
  const t = useFilterMessages()
  const { filter, counts, onChange } = props
  const { columns } = useFiltered()
  return (
    <>
      <PlatformFacet
        chosen={filter.platform}
        counts={counts.platform}
        platforms={platforms}
        newest={newestByPlatform(columns.table)}
        machines={columns.overlay.machines}
        onChange={onChange}
      />
      <MineFacetGroup {...props} />
      <HideShipped {...props} />
      {foldedFacets.map((facet) => (
        <FoldedGroup key={facet} title={t[facet]} isActive={filter[facet].length > 0}>
          {isOnFile(facet) ? (
            <OnFileFacetGroup {...facetOf(facet, props)} />
          ) : (
            <ListFacetGroup {...facetOf(facet, props)} />
          )}
        </FoldedGroup>
      ))}
      <FoldedGroup title={t.published} isActive={filter.publishedFrom !== null || filter.publishedTo !== null}>
        <PublishedFacet filter={filter} onChange={onChange} />
      </FoldedGroup>
    </>
  )
}
