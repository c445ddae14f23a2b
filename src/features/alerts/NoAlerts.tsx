import { useMessages } from '../../i18n/messages.ts'
import { Problem } from '../../ui/Problem.tsx'

/** An empty list and the way out of it: no bulletin on file at all, or none that matches. */
export function NoAlerts({ isStoreEmpty, onClear }: { isStoreEmpty: boolean; onClear: () => void }) {
  const { t } = useMessages()
  if (isStoreEmpty) return <Problem of="part" title={t.alerts.emptyTitle} hint={t.alerts.emptyHint} />
  return (
    <Problem of="part" title={t.alerts.noneTitle} hint={t.alerts.noneHint}>
      <button type="button" className="button" onClick={onClear}>
        {t.filters.clearAll}
      </button>
    </Problem>
  )
}
