import { memo } from 'react'
import { createLazyRoute, Link, getRouteApi } from '@tanstack/react-router'
import type { LabRow } from '../../domain/lab/rows.ts'
import { outcomes } from '../../contract/vocabulary.ts'
import { Conditions } from '../filters/Conditions.tsx'
import { NothingFound } from '../filters/NothingFound.tsx'
import { useFiltered } from '../filters/use-filtered.tsx'
import { usePlatformNames } from '../catalogue/use-platform-names.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { useMay } from '../lib/me.ts'
import { Behind } from '../ui/layout/Behind.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { KnownIssueTable } from './KnownIssueTable.tsx'
import { LabGrid } from './LabGrid.tsx'
import { useGridMessages } from './grid-messages.ts'
import { useLabMessages } from './messages.ts'
import { toChoose, type LabSearch } from './route.ts'
import { FieldCountsPanel } from '../talk/FieldCountsPanel.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { nothingChosen, type Subject } from './record/subject.ts'
import { useLabView, type LabView } from './use-lab-view.ts'
import { useWords } from '../i18n/words.ts'
import { GridLegend } from '../ui/grid/GridLegend.tsx'
import { outcomeGlyphs } from '../ui/marks/OutcomePill.tsx'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { useExportNote } from '../filters/use-export-note.ts'
import { maxOnPaper } from '../ui/max-on-paper.ts'
import { PaperNote } from '../ui/PaperNote.tsx'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { RecordPanel } from './record/RecordPanel.tsx'
import { useRowNames } from './use-row-names.ts'
import styles from './LabPage.module.css'

export const labLazyRoute = createLazyRoute('/filtered/tests/all')({ component: LabPage })

const route = getRouteApi('/filtered/tests/all')

const columnsOnSheet = 4

/** The tests of all releases that the filter finds, and of what is in none. Until they are known there is the heading. */
function LabPage() {
  const common = useCommon()
  return (
    <>
      <title>{`${common.pages.tests} – HotFix Report`}</title>
      <Behind fallback={<Heading view={null} />}>
        <AllTests />
      </Behind>
    </>
  )
}

/** `view`: null while that is on its way. */
function Heading({ view }: { view: LabView | null }) {
  const t = useLabMessages()
  const common = useCommon()
  const may = useMay('analyst')
  return (
    <>
      <PageHeader
        title={t.title}
        note={view === null ? common.loading : t.size(view.editions.length, view.found.length)}
        isLive
      >
        <ScopeChoice value="all" />
        {view && <LabExport {...view} />}
        {may && (
          <Link
            to="/tests/all"
            search={(search) => ({ ...search, record: toChoose, edition: undefined, on: undefined })}
            className="button primary"
            resetScroll={false}
          >
            {t.record}
          </Link>
        )}
      </PageHeader>
      <Conditions />
    </>
  )
}

/** As many columns as A4 has room for, with the rows that say something there. */
function sheetsOf(
  tested: readonly number[],
  { columnOf, editions, outcomeAt }: LabView,
): Pick<LabView, 'found' | 'editions'>[] {
  const count = Math.ceil(tested.length / columnsOnSheet)
  return Array.from({ length: count }, (_, at) => {
    const found = tested.slice(at * columnsOnSheet, (at + 1) * columnsOnSheet)
    const ids = found.map((row) => columnOf(row).id)
    return { found, editions: editions.filter((row) => ids.some((id) => outcomeAt(row, id) !== null)) }
  })
}

function AllTests() {
  const view = useLabView()
  return (
    <>
      <Heading view={view} />
      {view.found.length === 0 && <NothingFound />}
      <Tests view={view} />
    </>
  )
}

/** What is drawn anew only when other tests are found. */
const Tests = memo(function FoundTests({ view }: { view: LabView }) {
  const t = useLabMessages()
  const record = route.useSearch({ select: (search) => search.record })
  const { columns, found, columnOf, editions, issues } = view
  const isPrinting = useIsPrinting()
  const tested = isPrinting ? found.filter((row) => (columnOf(row).report?.tests.length ?? 0) > 0) : []
  const onPaper = tested.slice(0, maxOnPaper / columnsOnSheet)
  const sheets = isPrinting ? sheetsOf(onPaper, view) : [{ found, editions }]
  return (
    <div className={record === undefined ? undefined : styles['beside']}>
      <div className={styles['main']}>
        {found.length > 0 && editions.length === 0 && <NoResults />}
        {found.length > 0 && editions.length > 0 && (
          <div>
            {sheets.map((each, at) => (
              // Once printed, the grid on screen is the one that was there before.
              // oxlint-disable-next-line react/no-array-index-key
              <LabGrid key={at} {...view} {...each} />
            ))}
            {isPrinting && <p className="muted">{t.onPaper(tested.length, found.length)}</p>}
            {isPrinting && <PaperNote shown={onPaper.length} of={tested.length} />}
            <LabLegend />
          </div>
        )}
        {found.length > 0 && <KnownIssueTable issues={issues} />}
        <FieldCountsPanel isShown={(id) => found.includes(columns.rowOf(id) ?? -1)} />
      </div>
      {record !== undefined && <CellOfAddress {...view} />}
    </div>
  )
})

/** Of what is found, nothing was tested. */
function NoResults() {
  const t = useLabMessages()
  const { change } = useFiltered()
  return (
    <ProblemNotice of="part" title={t.noResults} hint={t.noResultsHint}>
      <button type="button" className="button" onClick={() => change({ lab: [...outcomes] })}>
        {t.onlyTested}
      </button>
    </ProblemNotice>
  )
}

/** What the glyphs and patterns of the grid mean. */
function LabLegend() {
  const language = useLanguage()
  const t = useLabMessages()
  const words = useWords()
  return (
    <GridLegend>
      {outcomes.map((outcome) => `${outcomeGlyphs[outcome]} ${words.outcome[outcome]}${dot(language)}`)}
      {t.legend}
    </GridLegend>
  )
}

/** The grid as a table: OS editions by bulletins, with the outcome in words. */
function LabExport({ found, columnOf, editions, outcomeAt }: LabView) {
  const t = useLabMessages()
  const gridText = useGridMessages()
  const words = useWords()
  const note = useExportNote()
  const rowNames = useRowNames(editions)
  const table = () => {
    const bulletins = found.map(columnOf)
    return {
      ...note(),
      head: [gridText.edition, ...bulletins.map(({ id }) => id)],
      rows: editions.map((row) => [
        rowNames.get(row) ?? '',
        ...bulletins.map(({ id, appliesTo }) => {
          const outcome = outcomeAt(row, id)
          return outcome === null && appliesTo(row.platform) === false ? t.notFor : words.lab[outcome ?? 'untested']
        }),
      ]),
    }
  }
  return <ExportMenu table={table} name="tests" />
}

const nothing: LabSearch = { record: undefined, edition: undefined, on: undefined }

/** What is recorded of the bulletin and the OS edition of the address; nothing where it names no bulletin on file. */
function CellOfAddress({ columns, columnOf, allEditions, editions, outcomeAt }: LabView) {
  const language = useLanguage()
  const names = usePlatformNames()
  const { record = toChoose, edition = '', on } = route.useSearch()
  const navigate = route.useNavigate()
  const show = (next: LabSearch) =>
    void navigate({ search: (search) => ({ ...search, ...next }), replace: true, resetScroll: false })
  const at = columns.rowOf(record)
  if (record !== toChoose && at === undefined) return null
  const isOf = (each: LabRow) => each.edition === edition && (on === undefined || each.platform === on)
  const row = editions.find(isOf)
  const platform = (row ?? allEditions.find(isOf))?.platform ?? on ?? null
  const subject: Subject = {
    ...nothingChosen,
    bulletin: record === toChoose ? '' : record,
    edition,
    platform,
    rows: editions,
    facts:
      platform === null || names([platform]) === edition ? edition : `${edition}${dot(language)}${names([platform])}`,
    hasResult: row !== undefined && outcomeAt(row, record) !== null,
    isNotFor: platform !== null && at !== undefined && columnOf(at).appliesTo(platform) === false,
  }
  return (
    <div className={styles['side']}>
      <RecordPanel
        subject={subject}
        onNext={null}
        onClose={() => show(nothing)}
        onChoose={(id) => show({ record: id })}
        onShow={({ edition: name, platform: where }) => show({ edition: name, on: where })}
      />
    </div>
  )
}
