import { lazy } from 'react'
import type { useChanges } from '../changes/use-changes.ts'
import { Conditions } from '../filters/Conditions.tsx'
import { useFirstFiltered } from '../filters/use-filtered.tsx'
import { Behind } from '../ui/layout/Behind.tsx'
import type { Selection } from './use-selection.ts'
import { asksForCve } from './views.ts'
import styles from './AlertsPage.module.css'

// Only where something has changed or is selected, and where a vulnerability is searched for.
const ListStatus = lazy(() => import('./ListStatus.tsx').then((module) => ({ default: module.ListStatus })))
const VulnerabilityAnswer = lazy(() =>
  import('../vulnerability/VulnerabilityAnswer.tsx').then((module) => ({ default: module.VulnerabilityAnswer })),
)

type Props = { selection: Selection; changes: ReturnType<typeof useChanges> }

/** What is above the list where there is something to say: the conditions, and what has changed or is selected. */
export function AboveList({ selection, changes }: Props) {
  const { query, filter, found } = useFirstFiltered()
  return (
    <>
      <Conditions />
      {query.q !== undefined && (
        <Behind fallback={asksForCve(query.q) && <div className={styles['answer']} />}>
          <VulnerabilityAnswer words={query.q} />
        </Behind>
      )}
      {(changes.changed > 0 || selection.chosen.length > 0 || filter.mine.includes('not-affected')) && (
        <Behind fallback={<div className={styles['status']} />}>
          <ListStatus changes={changes} selection={selection} of={found} />
        </Behind>
      )}
    </>
  )
}
