import { createLazyRoute, Link } from '@tanstack/react-router'
import { outcomes } from '../../contract/vocabulary.ts'
import { Conditions } from '../filters/FilteredPage.tsx'
import { NothingFound } from '../filters/NothingFound.tsx'
import { useFiltered } from '../filters/use-filtered.ts'
import { useCommon } from '../i18n/common.ts'
import { useMay } from '../lib/me.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { KnownIssueTable } from './KnownIssueTable.tsx'
import { LabExport } from './LabExport.tsx'
import { LabGrid } from './LabGrid.tsx'
import { LabLegend } from './LabLegend.tsx'
import { useLabMessages } from './messages.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { toChoose } from './route.ts'
import { useLabView } from './use-lab-view.ts'

export const labLazyRoute = createLazyRoute('/filtered/tests')({ component: LabPage })

function LabPage() {
  const t = useLabMessages()
  const common = useCommon()
  const may = useMay('analyst')
  const { change } = useFiltered()
  const { bulletins, editions, issues } = useLabView()
  return (
    <>
      <title>{`${common.pages.tests} – HotFix Report`}</title>
      <PageHeader title={t.title} note={t.size(editions.length, bulletins.length)} isLive>
        <LabExport bulletins={bulletins} editions={editions} />
        {may && (
          <Link
            to="/tests"
            search={(search) => ({ ...search, record: toChoose, edition: undefined })}
            className="button primary"
          >
            {t.record}
          </Link>
        )}
      </PageHeader>
      <Conditions />
      {bulletins.length === 0 && <NothingFound />}
      {bulletins.length > 0 && editions.length === 0 && (
        <ProblemNotice of="part" title={t.noResults} hint={t.noResultsHint}>
          <button type="button" className="button" onClick={() => change({ lab: [...outcomes] })}>
            {t.onlyTested}
          </button>
        </ProblemNotice>
      )}
      {editions.length > 0 && (
        <>
          <LabGrid bulletins={bulletins} editions={editions} />
          <LabLegend />
        </>
      )}
      {may && <RecordDialog />}
      {bulletins.length > 0 && <KnownIssueTable issues={issues} />}
    </>
  )
}
