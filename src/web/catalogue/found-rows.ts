/** What a page other than a list begins with, while the index is on its way: all that a query finds, where that is little. */
import type { QueryClient } from '@tanstack/react-query'
import type { BulletinQuery } from '../../contract/summary.ts'
import type { Bits } from '../../domain/filter/bits.ts'
import { buildColumns, type Columns } from '../../domain/filter/columns.ts'
import type { Option } from '../../contract/facets.ts'
import { addRow, noRows } from '../../domain/filter/bits.ts'
import { fetchCatalogue } from './catalogue.ts'
import { readFirstRows } from './index-data.ts'

/** More than this is left to the index, of which the first part is not larger. */
const most = { rows: '100' }

/** `ids`: these, in place of what a filter finds. */
export type RowsQuery = BulletinQuery & { ids?: string }

/** Which rows are replaced is known of the whole index only, and told by who has it. */
const withReplaced = (columns: Columns, sets: Map<Option, Bits>): Columns => ({
  ...columns,
  facet: (facet) => (facet === 'replaced' ? { sets } : columns.facet(facet)),
  with: (change) => withReplaced(columns.with(change), sets),
})

const readFound: typeof readFirstRows = async (query, language) => {
  const { data, view, part, ...rest } = await readFirstRows({ ...query, ...most }, language)
  const { table, platforms } = data
  const isReplaced = noRows(table.rows)
  for (const row of part.replaced ?? []) addRow(isReplaced, row)
  const columns = withReplaced(buildColumns(table, platforms), new Map([['yes', isReplaced]]))
  return {
    data: { ...data, columns },
    view: { ...view, query: JSON.stringify(query), ...(view.found === table.rows && { isWhole: true }) },
    part,
    ...rest,
  }
}

/** The rows that a query finds, unless there is more than them; the index follows. */
export const loadFound = (client: QueryClient, query: RowsQuery) => fetchCatalogue(client, query, true, readFound)
