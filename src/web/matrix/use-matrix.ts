import { useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Coverage } from '../../contract/coverage.ts'
import type { FixState } from '../../contract/fixes.ts'
import type { PlatformCount } from '../../contract/platform.ts'
import { addRow, everyRow, hasRow, noRows, without, type Bits } from '../../domain/filter/bits.ts'
import type { Columns } from '../../domain/filter/columns.ts'
import { compareText } from '../../domain/filter/order.ts'
import type { Overlay } from '../../domain/filter/overlay.ts'
import { coverageOf, type CoverageCount } from '../../domain/fleet/coverage.ts'
import { exposureOf } from '../../domain/fleet/exposure.ts'
import { cvesIn, flawsOf } from '../../domain/matrix/flaws.ts'
import { ownPlatforms, type OwnPlatform } from '../../domain/matrix/own.ts'
import { fixedIn } from '../../domain/matrix/rows.ts'
import { matrixView, paperView, type MatrixView } from '../../domain/matrix/view.ts'
import { oncePer } from '../../domain/table/once.ts'
import { valueAt } from '../../domain/table/open.ts'
import { useFleet, useMachines } from '../catalogue/fleet.ts'
import { useAllFound } from './use-all-found.ts'
import { useFleetFixes, type FleetMarks } from '../fixes/use-fleet-fixes.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useMedia } from '../ui/use-media.ts'
import { columnNames, type ColumnName } from './column-names.ts'
import { bulletinRows, vulnerabilityRows, type MatrixRows } from './matrix-rows.ts'
import { narrowScreen, roomOnPhone, rowHeights } from './measures.ts'
import { useMatrixMessages } from './messages.ts'
import { coverageQueries, vulnerabilitiesQuery } from './queries.ts'

/** What a matrix is made of. */
export type Matrix = Omit<MatrixChoice, 'isWhole'> & {
  rows: MatrixRows
  view: MatrixView
  names: readonly ColumnName[]
  own: readonly OwnPlatform[]
  /** The ids of what is to be installed in each column, the newest first. */
  installs: readonly (readonly string[])[]
  /** What a bulletin is in a column. */
  stateIn: (bulletin: string, column: number) => FixState | null
  /** On how many machines a fix is; null where nobody has checked. */
  coverage: ReadonlyMap<string, CoverageCount | null>
  /** What must not be deployed. */
  held: Overlay['held']
  platforms: readonly PlatformCount[]
} & Pick<ReturnType<typeof useAllFound>, 'query' | 'states' | 'isFirst'>

export type MatrixChoice = {
  by: 'bulletin' | 'vulnerability'
  /** What is unfolded of columns and rows, as the address has it. */
  unfold: string
  open: string
  /** For paper: every row and every column. */
  isWhole: boolean
}

/** For how many families there is room beside our own platforms: on a phone all are in sight without scrolling sideways. */
function useRoom(own: number): number {
  const isPhone = useMedia('(max-width: 480px)')
  return isPhone ? roomOnPhone(own) : 20
}

const noMarks: FleetMarks = { stateOf: () => null, anywhere: () => null, installsOn: () => [] }

/** How many lines are in sight before anybody scrolls, as far as what is above them is as high as it mostly is. */
function useSight(): number {
  const isNarrow = useMedia(narrowScreen)
  const rows = useSyncExternalStore(
    (tell) => {
      window.addEventListener('resize', tell)
      return () => window.removeEventListener('resize', tell)
    },
    () => Math.floor(window.innerHeight / (isNarrow ? rowHeights.phone : rowHeights.desk)),
    () => 31,
  )
  return Math.max(6, rows - (isNarrow ? 14 : 15))
}

/** What is between the commas of a list in an address. */
export const listIn = (text: string): readonly string[] => (text === '' ? [] : text.split(','))

/**
 * What a matrix is to be made of, a moment later than it is asked for: a click shows at once, and a
 * matrix is not drawn twice. Paper cannot wait.
 */
function useAsked({ by, unfold, open, isWhole }: MatrixChoice) {
  const { columns, platforms, filter, query, states, isFirst, rows: filtered } = useAllFound()
  const now = useMemo(
    () => ({ by, unfold, open, columns, platforms, filter, query, states, isFirst, filtered }),
    [by, unfold, open, columns, platforms, filter, query, states, isFirst, filtered],
  )
  const later = useDeferredValue(now)
  return isWhole ? now : later
}

/** The matrix of the filtered bulletins; undefined until the vulnerabilities are loaded, where they are its rows. */
export function useMatrix(choice: MatrixChoice): Matrix | undefined {
  const t = useMatrixMessages()
  const language = useLanguage()
  const { isWhole } = choice
  const { by, unfold, open, columns, platforms, filter, query, states, isFirst, filtered } = useAsked(choice)
  const fleet = useFleet()
  const machines = useMachines(platforms)
  const marks = useFleetFixes() ?? noMarks
  const sight = useSight()
  const vulnerabilities = useQuery({ ...vulnerabilitiesQuery(), enabled: by === 'vulnerability' })
  if (vulnerabilities.isError) throw vulnerabilities.error

  const own = useMemo(() => ownPlatforms(fleet, platforms), [fleet, platforms])
  const flaws = useMemo(() => vulnerabilities.data && flawsOf(vulnerabilities.data), [vulnerabilities.data])
  const alerts = useMemo(
    () => (by === 'bulletin' ? bulletinRows(columns, filtered, own, marks.anywhere) : undefined),
    [by, columns, filtered, own, marks],
  )
  const { table, rowOf } = columns
  const { held } = columns.overlay
  const replaced = columns.facet('replaced').sets.get('yes')
  const { platform, exploit, disclosure, exploitability } = filter
  const q = cvesIn(filter.q).join(' ')
  const found = useMemo(() => {
    const asked = { platform, exploit, disclosure, exploitability, q }
    return flaws && by === 'vulnerability' ? vulnerabilityRows(flaws, table, filtered, asked, own) : undefined
  }, [by, flaws, table, filtered, platform, exploit, disclosure, exploitability, q, own])
  const rows = alerts ?? found
  const room = useRoom(own.length)
  const view = useMemo(() => {
    if (rows === undefined) return undefined
    const asked = { ...rows, own, chosen: filter.platform, tree: platforms }
    return isWhole
      ? paperView(asked)
      : matrixView({ ...asked, unfolded: listIn(unfold), opened: listIn(open), room, sight, canFold: true })
  }, [rows, own, filter.platform, unfold, open, room, sight, platforms, isWhole])
  const names = useMemo(
    () => (view === undefined ? [] : columnNames(view.columns, platforms, language, t)),
    [view, platforms, language, t],
  )
  const index = useMemo((): Index => ({ table, rowOf, replaced }), [table, rowOf, replaced])
  const stateIn = useMemo(() => statesOf(index, view, marks), [index, view, marks])
  const installs = useMemo(() => installsOf(index, filtered, view, marks), [index, filtered, view, marks])

  const asked = useMemo(() => {
    const ours = installs.filter((_, at) => view?.columns[at]?.kind === 'own')
    return [...new Set(ours.flat())].slice(0, maxAsked)
  }, [installs, view])
  const checked = useQueries({ queries: coverageQueries(asked), combine: countsOf })
  const coverage = useMemo(() => {
    const coveredBy = (id: string, at: number) => {
      const row = columns.rowOf(id)
      const ratings = row === undefined ? [] : columns.summaryAt(row).platforms
      return coverageOf(checked[at] ?? { applied: 0, missing: 0 }, exposureOf(ratings, machines))
    }
    return new Map(asked.map((id, at) => [id, coveredBy(id, at)]))
  }, [asked, checked, columns, machines])
  return useMemo(() => {
    if (rows === undefined || view === undefined) return undefined
    const made = { by, unfold, open, rows, view, names, own, installs, stateIn, coverage, platforms }
    return { ...made, held, query, states, isFirst }
  }, [by, unfold, open, rows, view, names, own, installs, stateIn, coverage, platforms, held, query, states, isFirst])
}

const countsOf = (found: readonly UseQueryResult<Coverage>[]) => found.map(({ data }) => data?.counts)

/** Fixes whose coverage is read, at most. */
const maxAsked = 24

/** What is read of an index, whatever is laid over it. `replaced`: the bulletins that another one replaces. */
type Index = Pick<Columns, 'table' | 'rowOf'> & { replaced: Bits | undefined }

/** What a bulletin is in each column: on our machines as the fixes say, elsewhere by whether another one replaces it. */
function statesOf({ rowOf, replaced }: Index, view: MatrixView | undefined, marks: FleetMarks) {
  return (bulletin: string, at: number): FixState | null => {
    const column = view?.columns[at]
    if (column === undefined) return null
    if (column.kind === 'own') return marks.stateOf(bulletin, column.platforms)
    const row = rowOf(bulletin)
    return row !== undefined && replaced !== undefined && hasRow(replaced, row) ? 'contained' : 'install'
  }
}

/** The rows by the day on which they were published, the latest first. */
const rowsByDay = oncePer(({ rows, columns: { publishedOn } }: Columns['table']) =>
  [...Map.groupBy(everyRow(rows), (row) => valueAt(publishedOn, row) ?? '')]
    .toSorted(([a], [b]) => compareText(b, a))
    .flatMap(([, alike]) => alike),
)

/** The fixes to install in each column, the newest first: on our machines all there are, elsewhere those of the rows. */
function installsOf(
  { table, rowOf, replaced }: Index,
  filtered: Uint32Array,
  view: MatrixView | undefined,
  marks: FleetMarks,
): string[][] {
  if (view === undefined) return []
  const { id, publishedOn, platforms } = table.columns
  const shown = noRows(table.rows)
  for (const row of filtered) addRow(shown, row)
  const current = replaced === undefined ? shown : without(shown, replaced)
  const newestFirst = rowsByDay(table).filter((row) => hasRow(current, row))
  const found = fixedIn(platforms, newestFirst, view.of, view.columns.length)
  const dayOf = (bulletin: string) => valueAt(publishedOn, rowOf(bulletin) ?? -1) ?? ''
  return found.map((rows, at) => {
    const column = view.columns[at]
    if (column?.kind !== 'own') return rows.map((row) => valueAt(id, row) ?? '')
    return marks.installsOn(column.platforms).toSorted((a, b) => compareText(dayOf(b), dayOf(a)))
  })
}
