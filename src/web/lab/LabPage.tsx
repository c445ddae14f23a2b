import { createLazyRoute, Link, getRouteApi } from '@tanstack/react-router'
import { outcomes } from '../../contract/vocabulary.ts'
import { Conditions } from '../filters/Conditions.tsx'
import { NothingFound } from '../filters/NothingFound.tsx'
import { useFiltered } from '../filters/use-filtered.ts'
import { useCommon } from '../i18n/common.ts'
import { useMay } from '../lib/me.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { KnownIssueTable } from './KnownIssueTable.tsx'
import { LabGrid } from './LabGrid.tsx'
import { useLabMessages } from './messages.ts'
import { toChoose } from './route.ts'
import { useLabView, type LabView } from './use-lab-view.ts'
import { useWords } from '../i18n/words.ts'
import { GridLegend } from '../ui/grid/GridLegend.tsx'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { outcomeOn } from '../../domain/lab/outcome.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { useExportNote } from '../filters/use-export-note.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { RecordForm } from './RecordForm.tsx'

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

/** What the glyphs and patterns of the grid mean. */
function LabLegend() {
  const t = useLabMessages()
  const words = useWords()
  return (
    <GridLegend>
      {outcomes.map((outcome) => `${outcomeGlyphs[outcome]} ${words.outcome[outcome]} ・ `)}
      {t.legend}
    </GridLegend>
  )
}

/** The grid as a table: OS editions by bulletins, with the outcome in words. */
function LabExport({ bulletins, editions }: Pick<LabView, 'bulletins' | 'editions'>) {
  const t = useLabMessages()
  const words = useWords()
  const note = useExportNote()
  const table = () => ({
    ...note(),
    head: [t.edition, ...bulletins.map(({ id }) => id)],
    rows: editions.map(({ name, platform }) => [
      name,
      ...bulletins.map(({ report, appliesTo }) => {
        const outcome = report && outcomeOn(report, name)
        return outcome === null && appliesTo(platform) === false ? t.notFor : words.lab[outcome ?? 'untested']
      }),
    ]),
  })
  return <ExportMenu table={table} name="tests" />
}

const route = getRouteApi('/filtered/tests')

/** The dialog that records a result for the bulletin and the OS edition of the address; nothing where it names no bulletin. */
function RecordDialog() {
  const { record, edition = '' } = route.useSearch()
  const { columns } = useCatalogue()
  const row = record === undefined ? -1 : columns.table.columns.id.values.indexOf(record)
  if (row < 0 && record !== toChoose) return null
  const bulletin = row < 0 ? null : columns.summaryAt(row)
  // A draft belongs to a cell. Where none was chosen, the bulletin is one of the fields, and may change.
  return (
    <RecordForm key={edition === '' ? '' : `${bulletin?.id ?? ''} ${edition}`} bulletin={bulletin} edition={edition} />
  )
}
