import { memo, useMemo, useState } from 'react'
import type { PlatformCount, PlatformId } from '../../../contract/platform.ts'
import type { Filter } from '../../../domain/filter/filter.ts'
import type { MachineCount } from '../../../domain/fleet/exposure.ts'
import { isWithin, lineageOf, parentOf } from '../../../domain/platforms/platforms.ts'
import type { NewestBulletin } from '../../../domain/platforms/recency.ts'
import { choosePlatform } from '../../../domain/platforms/choice.ts'
import { suggestedPlatforms } from '../../../domain/platforms/suggestions.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useFilterMessages } from '../messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { FacetGroup } from './FacetGroup.tsx'
import { FilterOption } from './FilterOption.tsx'
import { familyGroups, versionsInOrder } from './platform-groups.ts'
import styles from './PlatformFacet.module.css'

type Props = {
  chosen: readonly PlatformId[]
  counts: ReadonlyMap<string | number, number>
  platforms: readonly PlatformCount[]
  newest: ReadonlyMap<PlatformId, NewestBulletin>
  machines: readonly MachineCount[]
  onChange: (change: Partial<Filter>) => void
}

/** With more platforms than this, the tree can be searched. */
const searchableFrom = 12

/** Of more families of a publisher than this, the newest are in sight; the others are found by name. */
const familiesInSight = 12

/** The most platforms that a search shows. */
const maxHits = 200

/** The platform tree, those of the fleet first, then those of each publisher, the newest first: families in sight, their versions unfolded on demand, where one is chosen, or where one is searched for. */
export const PlatformFacet = memo(function Tree({ chosen, counts, platforms, newest, machines, onChange }: Props) {
  const t = useFilterMessages()
  const [text, setText] = useState('')
  const affected = useMemo(() => platforms.filter(({ bulletins }) => bulletins > 0), [platforms])
  /** What a search finds, with all above it, so that the tree still hangs together; the likeliest has the lowest rank. */
  const ranks = useMemo(() => {
    const hits = new Map<PlatformId, number>()
    for (const [rank, { id }] of suggestedPlatforms(affected, text, maxHits).entries())
      for (const above of lineageOf(id)) if (!hits.has(above)) hits.set(above, rank)
    return hits
  }, [affected, text])
  const shown = useMemo(
    () => (text.trim() === '' ? affected : affected.filter(({ id }) => ranks.has(id))),
    [affected, text, ranks],
  )
  const children = useMemo(() => Map.groupBy(shown, ({ parent }) => parent), [shown])
  const grouped = useMemo(() => {
    const isMine = ({ id }: PlatformCount) => machines.some(({ platform }) => isWithin(platform, id))
    return familyGroups(children.get(null) ?? [], { newest, isMine })
  }, [children, newest, machines])
  const rankOf = ({ id }: PlatformCount) => ranks.get(id) ?? maxHits
  // Without a search all ranks are the same, and the order stays.
  const groups = grouped
    .map(({ of, families }) => ({ of, families: families.toSorted((a, b) => rankOf(a) - rankOf(b)) }))
    .toSorted((a, b) => Math.min(...a.families.map(rankOf)) - Math.min(...b.families.map(rankOf)))
  const isChosen = ({ id }: PlatformCount) => chosen.some((platform) => isWithin(platform, id))
  return (
    <FacetGroup title={t.platform} isActive={chosen.length > 0} onClear={() => onChange({ platform: [] })}>
      {affected.length > searchableFrom && (
        <input
          type="search"
          className={styles['search']}
          aria-label={t.platformSearch}
          placeholder={t.platformSearch}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {shown.length === 0 && <p className="muted">{t.platformNone}</p>}
      {groups.map(({ of, families }) => {
        const listed = families.filter((family, position) => position < familiesInSight || isChosen(family))
        const more = families.length - listed.length
        const name = of === 'mine' ? t.myMachines : (of.publisher ?? t.otherPublishers)
        return (
          <div key={of === 'mine' ? 'mine' : `by ${of.publisher}`} role="group" aria-label={name}>
            {groups.length > 1 && <p className={styles['of']}>{name}</p>}
            {listed.map((family) => (
              <Branch
                key={family.id}
                node={family}
                below={children}
                newest={newest}
                isSearched={text.trim() !== ''}
                {...{ chosen, counts, platforms: affected, onChange }}
              />
            ))}
            {more > 0 && <p className="muted">{t.platformMore(more)}</p>}
          </div>
        )
      })}
    </FacetGroup>
  )
})

type BranchProps = Omit<Props, 'machines'> & {
  node: PlatformCount
  below: ReadonlyMap<PlatformId | null, readonly PlatformCount[]>
  isSearched: boolean
}

function Branch({ node, ...tree }: BranchProps) {
  const t = useFilterMessages()
  const language = useLanguage()
  const { chosen, counts, platforms, below, newest, isSearched, onChange } = tree
  const children = versionsInOrder(below.get(node.id) ?? [], newest)
  const name =
    parentOf(node.id) === null ? readText(node.label, language).value : (node.variant ?? node.version ?? node.id)
  const isChosenBelow = chosen.some((id) => id !== node.id && isWithin(id, node.id))
  const isWanted = isSearched || isChosenBelow || chosen.includes(node.id)
  // The platforms of a family are drawn once it is opened.
  const [isOpen, setOpen] = useState(isWanted)
  const option = (
    <FilterOption
      isOn={chosen.some((id) => isWithin(node.id, id))}
      isPartly={isChosenBelow}
      count={counts.get(node.id) ?? 0}
      onToggle={() =>
        onChange({
          platform: choosePlatform(
            chosen,
            node.id,
            platforms.map(({ id }) => id),
          ),
        })
      }
    >
      {name}
    </FilterOption>
  )
  if (children.length === 0) return option
  return (
    <div className={styles['branch']}>
      {option}
      <details open={isWanted || isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary aria-label={t.unfold(name)} />
        {(isWanted || isOpen) && children.map((child) => <Branch key={child.id} node={child} {...tree} />)}
      </details>
    </div>
  )
}
