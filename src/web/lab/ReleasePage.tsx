import { useCallback, useMemo } from 'react'
import { createLazyRoute, getRouteApi, Link, Navigate, useRouter } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { LabCell, LabEdition } from '../../contract/lab-grid.ts'
import { cellsInOrder, isCellOf, nextUntested, type CellPlace } from '../../domain/lab/next-untested.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { releaseName } from '../../words/releases.ts'
import { dot } from '../i18n/format.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { shortLabel } from '../i18n/short-label.ts'
import { useMay } from '../lib/me.ts'
import { stringifySearch } from '../lib/search.ts'
import { Next } from '../ui/layout/Behind.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useShortcuts } from '../ui/keyboard/use-shortcuts.ts'
import { useGridMessages } from './grid-messages.ts'
import { GridFooter } from './GridFooter.tsx'
import { KnownIssueTable } from './KnownIssueTable.tsx'
import { Lead } from './Lead.tsx'
import { useLabMessages } from './messages.ts'
import { NarrowedNote } from './NarrowedNote.tsx'
import { PlatformProgress } from './PlatformProgress.tsx'
import { labQueries, releaseOf } from './queries.ts'
import { RecordPanel } from './record/RecordPanel.tsx'
import { ReleaseExport } from './ReleaseExport.tsx'
import { ReleaseTable } from './ReleaseTable.tsx'
import { toChoose, type ReleaseSearch } from './route.ts'
import { FieldCountsPanel } from '../talk/FieldCountsPanel.tsx'
import { ScopeChoice } from './ScopeChoice.tsx'
import { shownOptions } from './shown.ts'
import { nothingChosen, type Subject } from './record/subject.ts'
import styles from './ReleasePage.module.css'

export const releaseLazyRoute = createLazyRoute('/tests')({ component: ReleasePage })

const route = getRouteApi('/tests')

/** What there is to test of a release on each OS edition, and how that went. */
function ReleasePage() {
  const t = useGridMessages()
  const lab = useLabMessages()
  const common = useCommon()
  const language = useLanguage()
  const may = useMay('analyst')
  const search = route.useSearch()
  const { data: grid } = useSuspenseQuery(labQueries.grid(releaseOf(search)))
  const cells = useMemo(() => cellsInOrder(grid.editions, grid.kinds), [grid])
  const chosen = chosenIn(cells, search)
  const { show, hrefOf } = useShow()
  const next = nextUntested(cells, chosen)
  const toNext = next === null ? null : () => show(addressOf(next))
  useShortcuts('lab', {
    nextUntested() {
      if (toNext === null) return false
      toNext()
      return undefined
    },
    record() {
      if (!may) return false
      const place = focusedIn(cells, hrefOf) ?? chosen ?? next
      if (place === null) return false
      show(addressOf(place))
      return undefined
    },
  })
  const { record } = search
  const only = shownOptions.find((option) => option === search.only) ?? null
  const isElsewhere = record !== undefined && record !== toChoose && !cells.some(({ cell }) => cell.bulletin === record)
  if (isElsewhere) return <Navigate to="/tests/all" search={search} replace />
  return (
    <main id="content" className={styles['release-page']}>
      <title>{`${common.pages.tests} – HotFix Report`}</title>
      <PageHeader
        title={lab.title}
        note={t.note(releaseName(grid.release ?? '', language), grid.editions.length, grid.hasFleet)}
      >
        <ScopeChoice value="release" />
        <ReleaseExport grid={grid} />
        {may && (
          <Link to="/tests" search={(now) => ({ ...now, ...chooseAny })} className="button" resetScroll={false}>
            {lab.record}
          </Link>
        )}
      </PageHeader>
      <Lead editions={grid.editions} />
      {!grid.hasFleet && (
        <p className={styles['no-fleet']}>
          {t.noFleet}{' '}
          <Link to="/fleet" search={readQuery} className="link">
            {t.toFleet}
          </Link>
        </p>
      )}
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <Panel
            id="grid"
            title={t.gridTitle}
            note={may ? <span className="on-screen on-keys">{t.keys}</span> : undefined}
          >
            <NarrowedNote only={only} />
            <ReleaseTable grid={grid} only={only} chosen={chosen?.cell ?? null} hrefOf={hrefOf} />
            <GridFooter grid={grid} />
          </Panel>
          <Next>
            <KnownIssueTable issues={grid.issues} />
            <FieldCountsPanel />
          </Next>
        </div>
        <aside className={styles['side']} aria-label={t.side}>
          {record === undefined ? (
            <Hint onNext={may ? toNext : null} />
          ) : (
            <RecordPanel
              subject={subjectOf(chosen, grid.editions, search, t.machineCount, language)}
              onNext={toNext}
              onClose={() => show(nothing)}
              onChoose={(bulletin) => show({ record: bulletin })}
              onShow={({ edition, platform }) => show({ edition, on: platform })}
            />
          )}
          <Next>
            <PlatformProgress groups={grid.groups} editions={grid.editions} />
          </Next>
        </aside>
      </div>
    </main>
  )
}

const nothing: ReleaseSearch = { record: undefined, edition: undefined, on: undefined }
const chooseAny: ReleaseSearch = { record: toChoose, edition: undefined, on: undefined }

const addressOf = ({ edition, cell }: Pick<CellPlace, 'edition' | 'cell'>): ReleaseSearch => ({
  record: cell.bulletin,
  edition: edition.edition,
  on: edition.platform,
})

const chosenIn = (cells: readonly CellPlace[], { record, edition, on }: ReleaseSearch): CellPlace | null =>
  record === undefined || edition === undefined
    ? null
    : (cells.find((place) => isCellOf(place, { bulletin: record, edition, platform: on ?? null })) ?? null)

/** The cell that has the focus. */
function focusedIn(
  cells: readonly CellPlace[],
  hrefOf: (edition: LabEdition, cell: LabCell) => string,
): CellPlace | null {
  const href = document.activeElement?.getAttribute('href')
  return cells.find(({ edition, cell }) => hrefOf(edition, cell) === href) ?? null
}

/** How an address is changed, and that of each cell. */
function useShow() {
  const router = useRouter()
  const navigate = route.useNavigate()
  const search = route.useSearch()
  const show = (next: ReleaseSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false })
  const query = JSON.stringify({ ...search, ...nothing })
  const hrefOf = useCallback(
    (edition: LabEdition, cell: LabCell) => {
      const now = JSON.parse(query) as ReleaseSearch
      return router.latestLocation.pathname + stringifySearch({ ...now, ...addressOf({ edition, cell }) })
    },
    [query, router],
  )
  return { show, hrefOf }
}

/** What a result is recorded of: of the cell that is chosen, or what the address names of it. */
function subjectOf(
  chosen: CellPlace | null,
  rows: readonly LabEdition[],
  { record = '', edition = '', on }: ReleaseSearch,
  machineCount: (count: number) => string,
  language: ReturnType<typeof useLanguage>,
): Subject {
  if (chosen === null)
    return {
      ...nothingChosen,
      bulletin: record === toChoose ? '' : record,
      edition,
      platform: on ?? null,
      rows,
      isNamed: on !== undefined,
      facts: edition,
    }
  const { edition: row, cell } = chosen
  const platform = shortLabel(row, language)
  const facts = [
    ...(row.isPlatform || row.edition.includes(platform)
      ? [row.edition]
      : row.edition.includes('Windows')
        ? [row.edition, platform]
        : [`${platform} ${row.edition}`]),
    ...(row.machines === null ? [] : [machineCount(row.machines)]),
  ]
  return {
    bulletin: cell.bulletin,
    edition: row.edition,
    platform: row.platform,
    isPlatform: row.isPlatform,
    rows,
    isNamed: true,
    facts: facts.join(dot(language)),
    hasResult: cell.outcome !== null,
    isNotFor: false,
  }
}

/** Before a cell is chosen. */
function Hint({ onNext }: { onNext: (() => void) | null }) {
  const t = useGridMessages()
  const lab = useLabMessages()
  if (onNext === null) return null
  return (
    <div className={styles['hint']}>
      <Panel id="record" title={lab.record}>
        <p className="muted">{t.choose}</p>
        <p>
          <button type="button" className="button primary" onClick={onNext}>
            {t.toNext}
          </button>
        </p>
      </Panel>
    </div>
  )
}
