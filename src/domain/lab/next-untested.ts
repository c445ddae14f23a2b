/** What is to be tested next. */
import type { LabCell, LabEdition } from '../../contract/lab-grid.ts'

/** A cell by its place in the grid. */
export type CellPlace = { edition: LabEdition; cell: LabCell }

/** Whether a cell is of a fix on an edition, as addresses name them. */
export const isCellOf = (
  { edition, cell }: CellPlace,
  of: { bulletin: string; edition: string; platform: string | null },
): boolean =>
  cell.bulletin === of.bulletin &&
  edition.edition === of.edition &&
  (of.platform === null || edition.platform === of.platform)

/** All cells, row by row and in the order of the columns. */
export function cellsInOrder(editions: readonly LabEdition[], kinds: readonly { key: string }[]): CellPlace[] {
  return editions.flatMap((edition) =>
    kinds.flatMap(({ key }) => edition.cells.filter(({ kind }) => kind === key).map((cell) => ({ edition, cell }))),
  )
}

/** The untested cell after a place, and from the last one on to the first; null where nothing is left. */
export function nextUntested(cells: readonly CellPlace[], after: CellPlace | null): CellPlace | null {
  const isLeft = (place: CellPlace) =>
    place.cell.outcome === null && place.cell.need === 'install' && place.cell !== after?.cell
  const at = after === null ? -1 : cells.findIndex(({ cell }) => cell === after.cell)
  return cells.slice(at + 1).find(isLeft) ?? cells.slice(0, at + 1).find(isLeft) ?? null
}
