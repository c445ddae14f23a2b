import { useMemo, useState } from 'react'
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import { familyOf, isWithin, lineageOf, parentOf } from '../../domain/platforms/platforms.ts'
import { choosePlatform } from '../../domain/platforms/choice.ts'
import { normalise } from '../../domain/filter/text-search.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { readText } from '../i18n/local-text.tsx'
import { useFilterMessages } from './messages.ts'
import { useLanguage } from '../i18n/language.tsx'
import { FacetGroup } from './FacetGroup.tsx'
import { FilterOption } from './FilterOption.tsx'
import styles from './PlatformFacet.module.css'

type Props = {
  chosen: readonly PlatformId[]
  counts: ReadonlyMap<string | number, number>
  platforms: readonly PlatformCount[]
  onChange: (chosen: PlatformId[]) => void
}

/** With more platforms than this, the tree can be searched. */
const searchableFrom = 12

/** Of more families than this, those that most bulletins affect are in sight; the others are found by name. */
const familiesInSight = 40

/** The families to be shown, in reading order: those that are chosen, and those with the most bulletins. */
function inSight(families: readonly PlatformCount[], chosen: readonly PlatformId[]): readonly PlatformCount[] {
  if (families.length <= familiesInSight) return families
  const isChosen = ({ id }: PlatformCount) => chosen.some((platform) => isWithin(platform, id))
  const most = families.toSorted((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || b.bulletins - a.bulletins)
  const kept = new Set(most.slice(0, familiesInSight))
  return families.filter((family) => kept.has(family))
}

/** The platforms whose names have the text, with all above them, so that the tree still hangs together. */
function found(platforms: readonly PlatformCount[], text: string): ReadonlySet<PlatformId> {
  const wanted = normalise(text)
  const hits = platforms.filter(({ label }) => normalise(`${label.ja ?? ''} ${label.en ?? ''}`).includes(wanted))
  return new Set(hits.flatMap(({ id }) => lineageOf(id)))
}

/** The platform tree, those of the fleet first: families in sight, their versions unfolded on demand, where one is chosen, or where one is searched for. */
export function PlatformFacet({ chosen, counts, platforms, onChange }: Props) {
  const t = useFilterMessages()
  const [text, setText] = useState('')
  const affected = useMemo(() => platforms.filter(({ bulletins }) => bulletins > 0), [platforms])
  const shown = useMemo(() => {
    if (text.trim() === '') return affected
    const ids = found(affected, text)
    return affected.filter(({ id }) => ids.has(id))
  }, [affected, text])
  const children = useMemo(() => Map.groupBy(shown, ({ parent }) => parent), [shown])
  const ours = new Set(useFleet().map(({ platform }) => familyOf(platform)))
  const families = (children.get(null) ?? []).toSorted((a, b) => Number(ours.has(b.id)) - Number(ours.has(a.id)))
  const listed = inSight(families, chosen)
  return (
    <FacetGroup title={t.platform} isActive={chosen.length > 0} onClear={() => onChange([])}>
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
      {listed.map((family) => (
        <Branch
          key={family.id}
          node={family}
          below={children}
          isSearched={text.trim() !== ''}
          {...{ chosen, counts, platforms: affected, onChange }}
        />
      ))}
      {listed.length < families.length && <p className="muted">{t.platformMore(families.length - listed.length)}</p>}
    </FacetGroup>
  )
}

type BranchProps = Props & {
  node: PlatformCount
  below: ReadonlyMap<PlatformId | null, readonly PlatformCount[]>
  isSearched: boolean
}

function Branch({ node, ...tree }: BranchProps) {
  const t = useFilterMessages()
  const language = useLanguage()
  const { chosen, counts, platforms, below, isSearched, onChange } = tree
  const children = below.get(node.id) ?? []
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
    <div className={styles['branch']}>
      {option}
      <details open={isWanted || isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary aria-label={t.unfold(name)} />
        {(isWanted || isOpen) && children.map((child) => <Branch key={child.id} node={child} {...tree} />)}
      </details>
    </div>
  )
}
