/** The measures of the matrix in pixels, to which its style sheets hold, and where a line parts its columns. */
import type { PlatformColumn } from '../../domain/matrix/columns.ts'
import type { ColumnName } from './column-names.ts'

/** Of a line; on a phone it gives its reason below its number. */
export const rowHeights = { desk: 29, phone: 38 }

/** Where rows have the height for fingers. */
export const narrowScreen = '(max-width: 860px)'

/** On a phone the columns of four platforms have room beside the heads of the rows. */
const measures = { desk: { wide: 80, letter: 8, beside: 12 }, phone: { wide: 57, letter: 7, beside: 8 } }

const narrow = 31

/** What a phone of 390 pixels has for columns beside the heads of the rows. */
const onPhone = 260

/** For how many families a phone has room beside our own platforms: one at least, which then speaks for all. */
export const roomOnPhone = (own: number): number =>
  Math.max(1, Math.floor((onPhone - own * measures.phone.wide) / narrow))

/** A column of ours is as wide as its longest word, and at least as what it shows; of others a numeral wide. */
export const columnWidths = (
  columns: readonly PlatformColumn[],
  names: readonly ColumnName[],
  on: keyof typeof measures,
): number[] =>
  columns.map(({ kind }, at) => {
    if (kind !== 'own') return narrow
    const longest = Math.max(0, ...(names[at]?.short.split(' ').map((word) => word.length) ?? []))
    return Math.max(measures[on].wide, longest * measures[on].letter + measures[on].beside)
  })

/** Whether a column is the first behind those of ours: a line parts them. */
export const isApart = (columns: readonly PlatformColumn[], at: number): boolean =>
  columns[at]?.kind !== 'own' && columns[at - 1]?.kind === 'own'
