import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import { isWithin, parentOf } from '../../domain/platforms.ts'
import { choosePlatform } from '../../domain/platform-choice.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useMessages } from '../../i18n/messages.ts'
import { FacetGroup } from './FacetGroup.tsx'
import { FilterOption } from './FilterOption.tsx'

type Props = {
  chosen: readonly PlatformId[]
  counts: ReadonlyMap<string | number, number>
  platforms: readonly PlatformCount[]
  onChange: (chosen: PlatformId[]) => void
}

/** The platform tree: families in sight, their versions unfolded on demand or where one is chosen. */
export function PlatformFacet({ chosen, counts, platforms, onChange }: Props) {
  const { t } = useMessages()
  const affected = platforms.filter(({ bulletins }) => bulletins > 0)
  return (
    <FacetGroup title={t.filters.platform} isActive={chosen.length > 0} onClear={() => onChange([])}>
      {affected
        .filter(({ parent }) => parent === null)
        .map((family) => (
          <Branch key={family.id} node={family} {...{ chosen, counts, platforms: affected, onChange }} />
        ))}
    </FacetGroup>
  )
}

function Branch({ node, ...tree }: Props & { node: PlatformCount }) {
  const { t, language } = useMessages()
  const { chosen, counts, platforms, onChange } = tree
  const children = platforms.filter(({ parent }) => parent === node.id)
  const name =
    parentOf(node.id) === null ? readText(node.label, language).value : (node.variant ?? node.version ?? node.id)
  const isChosenBelow = chosen.some((id) => id !== node.id && isWithin(id, node.id))
  const option = (
    <FilterOption
      isOn={chosen.some((id) => isWithin(node.id, id))}
      isPartly={isChosenBelow}
      count={counts.get(node.id) ?? 0}
      onToggle={() =>
        onChange(
          choosePlatform(
            chosen,
            node.id,
            platforms.map(({ id }) => id),
          ),
        )
      }
    >
      {name}
    </FilterOption>
  )
  if (children.length === 0) return option
  return (
    <div className="branch">
      {option}
      <details open={isChosenBelow || chosen.includes(node.id)}>
        <summary aria-label={t.filters.unfold(name)} />
        {children.map((child) => (
          <Branch key={child.id} node={child} {...tree} />
        ))}
      </details>
    </div>
  )
}
