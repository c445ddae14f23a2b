/** The matrix whole: its columns, its lines, and what a line says in each column. One function for the page, its paper and its file. */
import type { PlatformCount, PlatformId } from '../../contract/platform.ts'
import { familyOf } from '../platforms/platforms.ts'
import { columnsInSight, familyKinds, platformColumns, othersId, type PlatformColumn } from './columns.ts'
import { matrixLines, maxPlain, type MatrixLine, type RowFacts } from './lines.ts'
import type { OwnPlatform } from './own.ts'
import { columnsOf, firstColumns, worstIn, type ColumnsOf, type RatedRows } from './rows.ts'

type Asked = {
  source: RatedRows
  factsOf: (row: number) => RowFacts
  dayOf: (row: number) => string
  own: readonly OwnPlatform[]
  chosen: readonly PlatformId[]
  unfolded: readonly string[]
  /** The folds of rows that are open. */
  opened: readonly string[]
  tree: readonly Pick<PlatformCount, 'id' | 'kind' | 'label' | 'isGroup' | 'bulletins'>[]
  /** For how many families there is room. */
  room: number
  /** How many lines the first screen has; what those say nothing of is one column. */
  sight: number
  /** Whether rows may be folded. */
  canFold: boolean
}

export type MatrixView = {
  columns: readonly PlatformColumn[]
  lines: readonly MatrixLine[]
  /** The columns of a platform. */
  of: ColumnsOf
  /** Platforms on file that none of the rows affects. */
  rest: number
}

export function matrixView({ source, factsOf, dayOf, opened, tree, sight, canFold, ...choice }: Asked): MatrixView {
  const count = source.listOf.length
  const isPlain = (row: number) => !canFold || count <= maxPlain || factsOf(row).group !== 'others'
  const all = platformColumns({ ...choice, source, tree, isPlain, dayOf })
  const firstOf = firstColumns(source, columnsOf(all), all.length)
  const parts = all.map(({ id, kind }) => (kind === 'others' ? othersId : familyKinds(tree)(familyOf(id))))
  const lines = matrixLines({
    count,
    factsOf,
    dayOf,
    firstOf,
    partOf: (row) => parts[firstOf(row)] ?? othersId,
    opened,
    canFold,
  })
  const inSight = rowsOf(lines.slice(0, sight))
  const said = lines.length > sight ? worstIn(source, inSight, columnsOf(all), all.length) : null
  const columns =
    said === null || choice.unfolded.includes(othersId) ? all : columnsInSight(all, (column) => said[column] !== null)
  const of = columnsOf(columns)
  const touched = new Set(columns.flatMap(({ platforms }) => platforms))
  const rest = tree.filter(({ id, isGroup, bulletins }) => isGroup !== true && bulletins > 0 && !touched.has(id)).length
  return { columns, lines, of, rest }
}

/** The rows that are told of by these lines, beside headings. */
const rowsOf = (lines: readonly MatrixLine[]): number[] =>
  lines.flatMap((line) => (line.kind === 'row' ? [line.row] : line.kind === 'fold' ? line.rows : []))

/** With more versions than this paper has a column for each family. */
const maxVersions = 80

/** The same for paper: no row is folded, and no column either, as long as the sheets can be counted. */
export function paperView(asked: Omit<Asked, 'unfolded' | 'opened' | 'room' | 'sight' | 'canFold'>): MatrixView {
  const whole = { ...asked, opened: [], room: Infinity, sight: Infinity, canFold: false }
  const view = matrixView({ ...whole, unfolded: [] })
  const versions = view.columns.reduce((sum, { kind, folded }) => sum + (kind === 'own' ? 1 : folded), 0)
  if (versions > maxVersions) return view
  return matrixView({ ...whole, unfolded: view.columns.flatMap(({ kind, id }) => (kind === 'family' ? [id] : [])) })
}
