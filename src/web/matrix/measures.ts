/** The measures of the matrix in pixels; its style sheets hold to them. */
import type { PlatformColumn } from '../../domain/matrix/columns.ts'
import type { ColumnName } from './column-names.ts'

export const rowHeight = 29

const [wide, narrow, letter] = [80, 31, 8]

/** A column of ours is as wide as its longest word, and at least as what it shows; of others a numeral wide. */
export const columnWidths = (columns: readonly PlatformColumn[], names: readonly ColumnName[]): number[] =>
  columns.map(({ kind }, at) => {
    if (kind !== 'own') return narrow
    const longest = Math.max(0, ...(names[at]?.short.split(' ').map((word) => word.length) ?? []))
    return Math.max(wide, longest * letter + 12)
  })
