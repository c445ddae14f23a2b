import { useMemo } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useRouter } from '@tanstack/react-router'
import { useFleet } from '../fleet/queries.ts'
import { useMay } from '../lib/me.ts'
import { labQueries } from './queries.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { outcomes } from '../../contract/words.ts'
import { appliesTo } from '../../domain/lab/applies.ts'
import { editionsOf, knownIssuesOn } from '../../domain/lab/grid.ts'
import { outcomeOn } from '../../domain/lab/outcome.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { valueAt } from '../../domain/table/open.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { KnownIssueTable } from './KnownIssueTable.tsx'
import { LabGrid } from './LabGrid.tsx'
import { useTestsMessages } from './tests-messages.ts'
import { useLabMessages } from './messages.ts'
import { useWords } from '../i18n/words.ts'
import { useCommon } from '../i18n/common.ts'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Problem } from '../ui/layout/Problem.tsx'
import { Conditions } from '../filters/FilteredPage.tsx'
import { NothingFound } from '../filters/NothingFound.tsx'
import { RecordTest } from './RecordTest.tsx'
import { stringifySearch } from '../lib/search.ts'
import { toChoose, type TestsSearch } from './route.ts'
import { useExportNote } from '../filters/use-export-note.ts'
import { useFiltered } from '../filters/use-filtered.ts'

export const testsLazyRoute = createLazyRoute('/filtered/tests')({ component: TestsPage })

function TestsPage() {
  const t = useTestsMessages()
  const labText = useLabMessages()
  const common = useCommon()
  const words = useWords()
  const { columns, platforms, filter, query, rows, change } = useFiltered()
  const router = useRouter()
  const note = useExportNote()
  const { data: reports } = useSuspenseQuery(labQueries.reports())
  const byId = useMemo(() => new Map(reports.map((report) => [report.id, report])), [reports])

  const known = useMemo(() => new Map(platforms.map((platform) => [platform.id, platform])), [platforms])
  // Those with results come first: with thousands of bulletins, what was tested would else be lost among what was not.
  const bulletins = useMemo(() => {
    const all = Array.from(rows, (row) => {
      const id = valueAt(columns.table.columns.id, row) ?? ''
      const appliesHere = (platform: PlatformId) => appliesTo(columns.summaryAt(row).platforms, platform, known)
      return { id, report: byId.get(id) ?? null, appliesTo: appliesHere }
    })
    const isTested = ({ report }: (typeof all)[number]) => (report?.tests.length ?? 0) > 0
    return [...all.filter(isTested), ...all.filter((each) => !isTested(each))]
  }, [rows, columns, byId, known])
  const found = useMemo(() => bulletins.flatMap(({ report }) => report ?? []), [bulletins])
  const fleet = useFleet()
  const editions = useMemo(
    () => editionsOf(found, fleet, filter.platform, platforms),
    [found, fleet, filter.platform, platforms],
  )
  const issues = useMemo(
    () =>
      found.flatMap((report) =>
        knownIssuesOn(report, filter.platform).map((issue) => ({ bulletin: report.id, issue })),
      ),
    [found, filter.platform],
  )

  const may = useMay('analyst')
  const { record, edition = '' } = testsLazyRoute.useSearch()
  const navigate = testsLazyRoute.useNavigate()
  const toRecord = (search: TestsSearch) => `/tests${stringifySearch({ ...query, ...search })}`
  const ids = columns.table.columns.id.values
  const recordRow = record === undefined ? -1 : ids.indexOf(record)
  const everyEdition = useMemo(() => editionsOf(reports, fleet, [], platforms), [reports, fleet, platforms])
  const hrefOf = (id: string, section: string) =>
    `/bulletins/${encodeURIComponent(id)}${stringifySearch(query)}#${section}`
  const table = () => ({
    ...note(),
    head: [t.edition, ...bulletins.map(({ id }) => id)],
    rows: editions.map(({ name, platform }) => [
      name,
      ...bulletins.map(({ report, appliesTo: applies }) => {
        const outcome = report && outcomeOn(report, name)
        return outcome === null && applies(platform) === false ? t.notFor : words.lab[outcome ?? 'untested']
      }),
    ]),
  })

  return (
    <>
      <title>{`${common.pages.tests} – HotFix Report`}</title>
      <PageHeader title={t.title} note={t.size(editions.length, bulletins.length)} isLive>
        <ExportMenu table={table} name="tests" />
        {may && (
          <Link
            to="/tests"
            search={(search) => ({ ...search, record: toChoose, edition: undefined })}
            className="button primary"
          >
            {labText.record}
          </Link>
        )}
      </PageHeader>
      <Conditions />
      {bulletins.length === 0 && <NothingFound />}
      {bulletins.length > 0 && editions.length === 0 && (
        <Problem of="part" title={t.noResults} hint={t.noResultsHint}>
          <button type="button" className="button" onClick={() => change({ lab: [...outcomes] })}>
            {t.onlyTested}
          </button>
        </Problem>
      )}
      {editions.length > 0 && (
        <>
          <LabGrid
            editions={editions}
            bulletinCount={bulletins.length}
            bulletinAt={(column) => {
              const bulletin = bulletins[column] ?? { id: '', report: null, appliesTo: () => null }
              return { ...bulletin, href: hrefOf(bulletin.id, 'tests') }
            }}
            recordHref={may ? (id, name) => toRecord({ record: id, edition: name }) : null}
            onFollow={(href) => router.history.push(href)}
          />
          <p className="legend muted">
            {outcomes.map((outcome) => `${outcomeGlyphs[outcome]} ${words.outcome[outcome]} ・ `)}
            {t.legend}
          </p>
        </>
      )}
      {may && (recordRow >= 0 || record === toChoose) && (
        <RecordTest
          bulletin={recordRow < 0 ? null : columns.summaryAt(recordRow)}
          bulletins={ids}
          onChoose={(id) =>
            void navigate({ search: (search) => ({ ...search, record: id }), replace: true, resetScroll: false })
          }
          edition={edition}
          editions={everyEdition}
          tree={platforms}
          onClose={() =>
            void navigate({
              search: (search) => ({ ...search, record: undefined, edition: undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
      {bulletins.length > 0 && (
        <KnownIssueTable
          issues={issues}
          platforms={platforms}
          link={(id) => (
            <Link to="/bulletins/$id" params={{ id }} search={readQuery} hash="known-issues" className="link">
              {id}
            </Link>
          )}
        />
      )}
    </>
  )
}
