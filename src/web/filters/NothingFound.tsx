import { Link } from '@tanstack/react-router'
import { filterOf } from '../../domain/filter/filter.ts'
import { useFilterMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { useFirstFiltered } from './use-filtered.tsx'

/** An empty list and the way out of it: no bulletin on file at all, or none that matches. */
export function NothingFound() {
  const t = useFilterMessages()
  const common = useCommon()
  const { of, filter, query, clear, change } = useFirstFiltered()
  if (of === 0) return <ProblemNotice of="part" title={t.emptyTitle} hint={t.emptyHint} />
  const { q: _, sort: _order, ...others } = query
  const hasOthers = Object.keys(others).length > 0
  return (
    <ProblemNotice
      of="part"
      title={filter.q === '' ? t.noneTitle : t.noneFor(filter.q)}
      hint={filter.q === '' ? t.noneHint : t.noneOfHint}
    >
      {filter.q !== '' && hasOthers && (
        <button type="button" className="button" onClick={() => change({ ...filterOf({}), q: filter.q })}>
          {t.searchAll}
        </button>
      )}
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
