import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { readQuery } from '../../domain/filter/query.ts'
import { isOpen } from '../../domain/triage/triage.ts'
import { valueAt } from '../../domain/table/open.ts'
import { useFiltered } from '../filters/use-filtered.tsx'
import { planOf } from '../../domain/rollout/plan-link.ts'
import { useCommon } from '../i18n/common.ts'
import { useListMessages } from './list-messages.ts'
import { useTriage } from '../triage/Triage.tsx'
import type { useChanges } from '../changes/use-changes.ts'
import type { Selection } from './use-selection.ts'
import styles from './ListStatus.module.css'

type Props = {
  changes: Pick<ReturnType<typeof useChanges>, 'seen' | 'changed' | 'markSeen'>
  selection: Pick<Selection, 'chosen' | 'selectAll' | 'unselect'>
  /** How many are listed. */
  of: number
}

/** What is new since the last visit, what is selected, and what touches none of our machines, each with its actions. */
export function ListStatus({ changes: { seen, changed, markSeen }, selection, of }: Props) {
  const { chosen } = selection
  const t = useListMessages()
  const common = useCommon()
  const openTriage = useTriage()
  return (
    <div className={clsx('on-screen', 'muted', styles['list-status'])}>
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
          {chosen.length > 1 && chosen.length === of ? t.selectedAll(of) : t.selected(chosen.length)}
          {chosen.length < of && (
            <button type="button" className="link" onClick={selection.selectAll}>
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
          <button type="button" className="link" onClick={selection.unselect}>
            {t.unselect}
          </button>
        </p>
      )}
      {chosen.length === 0 && <NotOurs />}
    </div>
  )
}

/** Where the list is of what touches none of our machines: all that is still open of it, to be set aside at once. */
function NotOurs() {
  const t = useListMessages()
  const openTriage = useTriage()
  const { columns, filter, rows } = useFiltered()
  const isTheirs = filter.mine.length === 1 && filter.mine[0] === 'not-affected'
  if (!isTheirs || openTriage === null) return null
  const { id, triage } = columns.table.columns
  const open = [...rows].filter((row) => isOpen(valueAt(triage, row) ?? 'new'))
  if (open.length === 0) return null
  const ids = open.map((row) => valueAt(id, row) ?? '')
  return (
    <p>
      {t.notOurs(ids.length)}
      <button
        type="button"
        className="link"
        onClick={() => openTriage({ ids, field: 'status', preset: 'no-machines' })}
      >
        {t.setNotApplicable}
      </button>
    </p>
  )
}
