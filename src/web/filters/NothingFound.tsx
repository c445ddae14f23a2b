import { Link } from '@tanstack/react-router'
import { useFilterMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { useFiltered } from './use-filtered.ts'

/** An empty list and the way out of it: no bulletin on file at all, or none that matches. */
export function NothingFound() {
  const t = useFilterMessages()
  const common = useCommon()
  const { columns, filter, clear } = useFiltered()
  if (columns.table.rows === 0) return <ProblemNotice of="part" title={t.emptyTitle} hint={t.emptyHint} />
  return (
    <ProblemNotice of="part" title={filter.q === '' ? t.noneTitle : t.noneFor(filter.q)} hint={t.noneHint}>
      {filter.q !== '' && (
        <Link to="/sources" className="button">
          {t.importDocuments}
        </Link>
      )}
      <button type="button" className="button" onClick={clear}>
        {common.clearAll}
      </button>
    </ProblemNotice>
  )
}
