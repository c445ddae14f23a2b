import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useRouter } from '@tanstack/react-router'
import { flawsOf } from '../../domain/matrix/flaws.ts'
import { cellsOf, platformColumns } from '../../domain/matrix/platform-columns.ts'
import { worstByPlatform } from '../../domain/matrix/ratings.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { bulletinRows, ratingSaid, vulnerabilityRows } from './matrix-rows.ts'
import { PlatformMatrix } from './PlatformMatrix.tsx'
import { readText } from '../i18n/local-text.tsx'
import { useMatrixMessages } from './messages.ts'
import { useWords } from '../i18n/words.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useCommon } from '../i18n/common.ts'
import { GridLegend } from '../ui/grid/GridLegend.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { vulnerabilitiesQuery } from './queries.ts'
import { Conditions } from '../filters/Conditions.tsx'
import { NothingFound } from '../filters/NothingFound.tsx'
import { stringifySearch } from '../lib/search.ts'
import { useExportNote } from '../filters/use-export-note.ts'
import { useFleetFixes } from '../fixes/use-fleet-fixes.ts'
import { useFiltered } from '../filters/use-filtered.ts'

export const matrixLazyRoute = createLazyRoute('/filtered/matrix')({ component: MatrixPage })

const units = ['bulletin', 'vulnerability'] as const

function MatrixPage() {
  const t = useMatrixMessages()
  const common = useCommon()
  const words = useWords()
  const language = useLanguage()
  const { columns, platforms, filter, query, rows: filtered } = useFiltered()
  const { by = 'bulletin', unfold = '' } = matrixLazyRoute.useSearch()
  const navigate = matrixLazyRoute.useNavigate()
  const router = useRouter()
  const note = useExportNote()
  const marks = useFleetFixes()
  const vulnerabilities = useQuery({ ...vulnerabilitiesQuery(), enabled: by === 'vulnerability' })
  if (vulnerabilities.isError) throw vulnerabilities.error

  const flaws = useMemo(() => vulnerabilities.data && flawsOf(vulnerabilities.data), [vulnerabilities.data])
  const rows = useMemo(() => {
    if (by === 'bulletin') return bulletinRows(columns, filtered)
    return flaws && vulnerabilityRows(flaws, columns, filtered, filter.platform)
  }, [by, columns, filtered, filter.platform, flaws])
  const unfolded = useMemo(() => (unfold === '' ? [] : unfold.split(',')), [unfold])
  const groups = useMemo(() => {
    const touched = rows ? worstByPlatform(rows.lists, rows.all).keys() : []
    return platformColumns({ touched, chosen: filter.platform, unfolded, tree: platforms })
  }, [rows, filter.platform, unfolded, platforms])
  const worst = useMemo(() => (rows ? worstByPlatform(rows.lists, rows.open) : new Map()), [rows])

  const shown = groups.flatMap((group) => group.columns)
  const fold = (family: string) => {
    const next = unfolded.includes(family) ? unfolded.filter((other) => other !== family) : [...unfolded, family]
    void navigate({
      search: (search) => ({ ...search, unfold: next.length > 0 ? next.join(',') : undefined }),
      replace: true,
      resetScroll: false,
    })
  }
  const table = () => ({
    ...note(),
    head: [
      t.row[by],
      common.titleHead,
      ...(by === 'vulnerability' ? [t.rows.bulletin] : []),
      ...shown.map(({ id }) => id),
    ],
    rows: Array.from({ length: rows?.count ?? 0 }, (_, row) => {
      const { name, title, bulletins, ratings } = rows?.at(row) ?? { name: '', title: {}, bulletins: [], ratings: [] }
      const cells = cellsOf(ratings, shown).map((rated) => (rated === null ? '' : ratingSaid(rated)))
      return [name, readText(title, language).value, ...(by === 'vulnerability' ? [bulletins.join(' ')] : []), ...cells]
    }),
  })

  return (
    <>
      <title>{`${common.pages.matrix} – HotFix Report`}</title>
      <PageHeader title={t.title} note={t.size(rows?.count ?? 0, shown.length)} isLive>
        <SegmentedControl
          label={t.by}
          value={by}
          options={units.map((value) => ({ value, label: t.rows[value] }))}
          onChange={(unit) =>
            void navigate({
              search: (search) => ({ ...search, by: unit === 'vulnerability' ? unit : undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <ExportMenu table={table} name="matrix" />
      </PageHeader>
      <Conditions />
      {rows === undefined && <p role="status">{common.loading}</p>}
      {rows?.count === 0 && <NothingFound />}
      {rows !== undefined && rows.count > 0 && (
        <>
          <PlatformMatrix
            by={by}
            groups={groups}
            unfolded={unfolded}
            onFold={fold}
            rows={rows}
            hrefOf={(id) => `/bulletins/${encodeURIComponent(id)}${stringifySearch(query)}#matrix`}
            worst={worst}
            marks={marks}
            platforms={platforms}
            onFollow={(href) => router.history.push(href)}
          />
          <GridLegend>
            {([1, 2, 3, 4] as const).map((severity) => `${severity} ${words.severity[severity]}`).join(' ・ ')}
            {marks !== null && by === 'bulletin' && ` ・ ${t.marks}`}
            {t.legend.map((sentence) => ` ・ ${sentence}`)}
          </GridLegend>
        </>
      )}
    </>
  )
}
