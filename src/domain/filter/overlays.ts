/** What is told of bulletins apart from the index, since it changes far more often: laid over the rows as columns and facets of their own. */
import type { IndexRow, Summary } from '../../contract/summary.ts'
import type { Triage } from '../../contract/words.ts'
import type { TriageState } from '../../contract/triage.ts'
import { triages } from '../../contract/vocabulary.ts'
import { valueAt, type OpenTable } from '../table/open.ts'
import { isReviewDue } from '../triage/triage.ts'
import { addRow, noRows } from './bits.ts'
import { byValue, type FacetColumns } from './facet-columns.ts'

/** The fields of a summary that the index does not have. */
export type OverlayField = Exclude<keyof Summary, keyof IndexRow>

export type Overlay = {
  /** Of each field one value a row. */
  columns: Partial<Pick<OpenTable<Summary>['columns'], OverlayField>>
  /** The facets over them. */
  options: Partial<FacetColumns>
}

/** Makes an overlay for the rows of an index. */
export type OverlayOf = (index: OpenTable<IndexRow>) => Overlay

/** How far the team is, as far as a filter asks for it, by the id of a bulletin. Who is not named is new. */
export type States = ReadonlyMap<string, Pick<TriageState, 'status' | 'reviewOn'>>

/** The status in each row, and the rows that are to be looked at again by today. */
export const triageOverlay =
  (states: States, today: string): OverlayOf =>
  ({ rows, columns: { id } }) => {
    const at = new Int32Array(rows).fill(triages.indexOf('new'))
    const due = noRows(rows)
    for (let row = 0; row < rows && states.size > 0; row++) {
      const state = states.get(valueAt(id, row) ?? '')
      if (state === undefined) continue
      at[row] = triages.indexOf(state.status)
      if (isReviewDue(state, today)) addRow(due, row)
    }
    const triage = { values: triages, at }
    return {
      columns: { triage },
      options: { triage: byValue<Triage>(triage, rows, (state) => [state]).set('review-due', due) },
    }
  }
