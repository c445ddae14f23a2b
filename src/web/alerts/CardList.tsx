import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { clsx } from 'clsx'
import type { Summary } from '../../contract/summary.ts'
import type { LastChange } from '../../domain/changes/last-changes.ts'
import { valueAt } from '../../domain/table/open.ts'
import { foundByTexts } from '../filters/text-search.ts'
import { useFiltered } from '../filters/use-filtered.ts'
import { useMachines } from '../catalogue/fleet.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { useTriage, type TriageAsk } from '../triage/Triage.tsx'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { cardGap, maxWhole, usualHeight } from './card-heights.ts'
import type { CutList } from './LongList.tsx'
import { SeverityCard } from './SeverityCard.tsx'
import { useCardFocus } from './use-card-focus.ts'
import styles from './CardList.module.css'

// What cuts a long list is larger than the rest of this page.
const LongList = lazy(() => import('./LongList.tsx').then((module) => ({ default: module.LongList })))

type Props = {
  /** The ids that are selected. */
  chosen: readonly string[]
  /** What has changed of a bulletin after an event; null where nothing has. */
  changeOf: (id: string) => LastChange | null
  since: number
  /** Selects a card or, if it was, unselects it. */
  onSelect: (id: string) => void
}

/** The bulletins that the filter finds, one card below the other; of many only those in sight are drawn. */
export function CardList({ chosen, changeOf, since, onSelect }: Props) {
  const language = useLanguage()
  const { columns, platforms, filter, rows } = useFiltered()
  const machines = useMachines(platforms)
  const openTriage = useTriage()
  const list = useRef<HTMLUListElement>(null)
  const isSelected = new Set(chosen)

  const isFoundByTexts = useMemo(() => foundByTexts(columns, filter.q), [columns, filter.q])
  const at = (position: number) => columns.summaryAt(rows[position] ?? 0)
  const idAt = (position: number) => valueAt(columns.table.columns.id, rows[position] ?? 0) ?? ''
  const { active, focused, onFocus } = useCardFocus(
    list,
    (position) => (position in rows ? idAt(position) : null),
    (id) => changeOf(id) !== null,
  )
  // A list that was long stays the same list: who is on a card of it stays there.
  const [isCut, setCut] = useState(rows.length > maxWhole)
  if (!isCut && rows.length > maxWhole) setCut(true)

  const triage = (field: TriageAsk['field']) => () => {
    const position = focused()
    const ids = chosen.length > 0 || position === null ? chosen : [idAt(position)]
    if (openTriage === null || ids.length === 0) return false
    openTriage({ ids, field })
    return true
  }
  useShortcuts('triage', { status: triage('status'), assignee: triage('assignee') })
  useShortcuts('list', {
    select() {
      const position = focused()
      if (position === null) return false
      onSelect(idAt(position))
      return true
    },
  })

  const card = (position: number) => {
    const bulletin = at(position)
    return (
      <SeverityCard
        bulletin={bulletin}
        q={isFoundByTexts(rows[position] ?? 0) ? filter.q : ''}
        platforms={platforms}
        chosen={filter.platform}
        machines={machines}
        change={changeOf(bulletin.id)}
        since={since}
        isSelected={isSelected.has(bulletin.id)}
        onSelect={() => onSelect(bulletin.id)}
      />
    )
  }
  /** Of `count` cards, those that are cut, or all. */
  const draw = (cut: CutList, count = rows.length) => {
    const cards = cut?.cards ?? Array.from({ length: count }, (_, position) => ({ position, style: undefined }))
    const height = cut?.height ?? (count < rows.length ? rows.length * (usualHeight + cardGap) : undefined)
    return (
      // The events are those of the links and boxes inside it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
      <ul ref={list} className={clsx(styles['cards'], cut && styles['cut'])} style={{ height }} onFocus={onFocus}>
        {cut?.texts.map(({ position, style }) => (
          <li key={idAt(position)} className={styles['text']} aria-hidden style={style}>
            {textOf(at(position))}
          </li>
        ))}
        {cards.map(({ position, style }) => (
          <li
            key={idAt(position)}
            ref={cut?.measure}
            data-id={idAt(position)}
            data-position={position}
            aria-setsize={cut ? rows.length : undefined}
            aria-posinset={cut ? position + 1 : undefined}
            style={style}
          >
            {card(position)}
          </li>
        ))}
      </ul>
    )
  }
  if (!isCut) return draw(null)
  return (
    <Suspense fallback={draw(null, Math.min(rows.length, maxWhole))}>
      <LongList list={list} count={rows.length} idAt={idAt} active={active} draw={draw} />
    </Suspense>
  )

  /** The text of a card that is out of sight. */
  function textOf({ id, kb, title }: Summary) {
    return [id, ...kb.map((number) => `KB${number}`), readText(title, language).value].join(' ')
  }
}
