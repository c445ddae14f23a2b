import { Link } from '@tanstack/react-router'
import { readQuery } from '../../domain/filter/query.ts'
import { planOf } from '../../domain/rollout/plan-link.ts'
import { useCommon } from '../i18n/common.ts'
import { useAlertsMessages } from './messages.ts'
import { useTriage } from '../triage/Triage.tsx'
import type { useChanges } from '../changes/use-changes.ts'
import styles from './ListStatus.module.css'

type Props = {
  changes: Pick<ReturnType<typeof useChanges>, 'seen' | 'changed' | 'markSeen'>
  /** The ids that are selected, of how many. */
  chosen: readonly string[]
  of: number
  onSelectAll: () => void
  onUnselect: () => void
}

/** What is new since the last visit and what is selected, each with its actions. */
export function ListStatus({ changes: { seen, changed, markSeen }, chosen, of, onSelectAll, onUnselect }: Props) {
  const t = useAlertsMessages()
  const common = useCommon()
  const openTriage = useTriage()
  return (
    <div className={styles['list-status']}>
      {changed > 0 && (
        <p>
          <i aria-hidden />
          <Link to="/alerts" search={{ changedSince: String(seen), sort: 'changed' }} className="link">
            {t.changed(changed)}
          </Link>
          <button type="button" className="link" onClick={markSeen}>
            {t.markSeen}
          </button>
        </p>
      )}
      {chosen.length > 0 && (
        <p role="status">
          {t.selected(chosen.length)}
          {chosen.length < of && (
            <button type="button" className="link" onClick={onSelectAll}>
              {t.selectAll(of)}
            </button>
          )}
          {openTriage && (
            <button type="button" className="link" onClick={() => openTriage({ ids: chosen, field: 'status' })}>
              {t.setTriage}
            </button>
          )}
          <Link to="/rollout" search={(search) => ({ ...readQuery(search), plan: planOf(chosen) })} className="link">
            {common.planRollout}
          </Link>
          <button type="button" className="link" onClick={onUnselect}>
            {t.unselect}
          </button>
        </p>
      )}
    </div>
  )
}
