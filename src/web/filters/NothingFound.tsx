import { useFilterMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { useFiltered } from './use-filtered.ts'

/** An empty list and the way out of it: no bulletin on file at all, or none that matches. */
export function NothingFound() {
  const t = useFilterMessages()
  const common = useCommon()
  const { columns, clear } = useFiltered()
  if (columns.table.rows === 0) return <ProblemNotice of="part" title={t.emptyTitle} hint={t.emptyHint} />
  return (
    <ProblemNotice of="part" title={t.noneTitle} hint={t.noneHint}>
      <button type="button" className="button" onClick={clear}>
        {common.clearAll}
      </button>
    </ProblemNotice>
  )
}
