import { useMessages } from '../i18n/messages.ts'
import { Problem } from '../ui/layout/Problem.tsx'
import { useFiltered } from './use-filtered.ts'

/** An empty list and the way out of it: no bulletin on file at all, or none that matches. */
export function NothingFound() {
  const { t } = useMessages()
  const { columns, clear } = useFiltered()
  if (columns.table.rows === 0) return <Problem of="part" title={t.alerts.emptyTitle} hint={t.alerts.emptyHint} />
  return (
    <Problem of="part" title={t.alerts.noneTitle} hint={t.alerts.noneHint}>
      <button type="button" className="button" onClick={clear}>
        {t.filters.clearAll}
      </button>
    </Problem>
  )
}
