import { useMemo } from 'react'
import type { useChanges } from '../changes/use-changes.ts'
import { useMachines } from '../catalogue/fleet.ts'
import { useFirstFiltered } from '../filters/use-filtered.tsx'
import { stateIn } from '../triage/queries.ts'
import { AlertList } from './AlertList.tsx'
import { cardSize } from './item-sizes.ts'
import { SeverityCard } from './card/SeverityCard.tsx'
import type { Selection } from './use-selection.ts'

export type ListProps = {
  selection: Selection
  changes: Pick<ReturnType<typeof useChanges>, 'changeOf' | 'since'>
}

/** The bulletins that the filter finds as cards. */
export function CardList({ selection, changes: { changeOf, since } }: ListProps) {
  const { columns, platforms, states, filter, foundByTexts } = useFirstFiltered()
  const machines = useMachines(platforms)
  const isFoundByTexts = useMemo(() => foundByTexts(columns, filter.q), [foundByTexts, columns, filter.q])
  const chosen = new Set(selection.chosen)
  return (
    <AlertList
      size={cardSize}
      selection={selection}
      isChanged={(id) => changeOf(id) !== null}
      draw={(bulletin, row) => (
        <SeverityCard
          bulletin={bulletin}
          state={stateIn(states, bulletin.id)}
          q={isFoundByTexts(row) ? filter.q : ''}
          platforms={platforms}
          chosen={filter.platform}
          machines={machines}
          change={changeOf(bulletin.id)}
          since={since}
          isHeld={columns.overlay.held.has(bulletin.id)}
          isSelected={chosen.has(bulletin.id)}
          selection={selection.acts}
        />
      )}
    />
  )
}
