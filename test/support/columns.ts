import type { Platform } from '../../src/contract/platform.ts'
import { IndexRow, IndexTable, type Summary } from '../../src/contract/summary.ts'
import type { Triage } from '../../src/contract/words.ts'
import { applyFilter } from '../../src/domain/filter/apply.ts'
import type { LastChange } from '../../src/domain/changes/last-changes.ts'
import { buildColumns, type Columns } from '../../src/domain/filter/columns.ts'
import { encodeTable } from '../../src/domain/table/encode.ts'
import { openTable } from '../../src/domain/table/open.ts'
import { isReviewDue } from '../../src/domain/triage/triage.ts'

/** Who asks in the tests. */
export const me = 'Ito'

/** The day of the tests. A made-up bulletin that is deferred is due by then where its number is even. */
export const today = '2005-04-14'
export const stateOf = (id: string, status: Triage) => ({
  status,
  reviewOn: status !== 'deferred' ? null : Number(id.slice(-1)) % 2 === 0 ? today : '2005-04-15',
  assignee: [null, me, 'Doe, Jane (50%)'][Number(id.slice(-1)) % 3] ?? null,
})
/** After which event changes count in the tests. */
export const changedSince = 3
/** What has changed of a made-up bulletin; nothing is known of some. */
export function changesOfRow(id: string): readonly LastChange[] {
  const digit = Number(id.slice(-1))
  const at = '2005-04-13T10:00:00.000Z'
  return [
    ...(digit % 2 === 0 ? [{ kind: 'exploit-up' as const, event: digit, at }] : []),
    ...(digit % 3 === 0 ? [{ kind: 'text' as const, event: digit + 1, at }] : []),
  ]
}
export const isDue = ({ id, triage }: Summary): boolean => isReviewDue(stateOf(id, triage), today)

/** Columns of summaries that have gone over the wire and back. */
export const columnsOf = (
  summaries: readonly Summary[],
  platforms: readonly Pick<Platform, 'id' | 'label' | 'formerIds'>[],
): Columns =>
  buildColumns(
    openTable(IndexTable.parse(JSON.parse(JSON.stringify(encodeTable(summaries, IndexRow.shape))))),
    platforms,
  ).with({
    states: new Map(summaries.map(({ id, triage }) => [id, stateOf(id, triage)])),
    today,
    me,
    changedSince,
    changes: new Map(summaries.map(({ id }) => [id, changesOfRow(id)])),
  })

/** The answer of the engine with the summaries themselves in place of their rows. */
export function filterWhole(
  columns: Columns,
  ...how: Parameters<typeof applyFilter> extends [unknown, ...infer Rest] ? Rest : never
) {
  const { rows, counts } = applyFilter(columns, ...how)
  return { bulletins: Array.from(rows, columns.summaryAt), counts }
}
