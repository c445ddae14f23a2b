/** What the summary index and the filter cost, as medians in milliseconds; runs in Node and in a browser alike. */
import type { Platform } from '../../src/contract/platform.ts'
import { IndexTable, type IndexRow } from '../../src/contract/summary.ts'
import { applyFilter } from '../../src/domain/filter/apply.ts'
import { buildColumns } from '../../src/domain/filter/columns.ts'
import { filterOf } from '../../src/domain/filter/filter.ts'
import { openTable } from '../../src/domain/table/open.ts'
import { median } from './median.ts'

const chosen = filterOf({ severity: '1,2', urgency: 'immediate', platform: 'product-3' })
const searched = filterOf({ severity: '1,2', q: '製品 7' })

/** `text`: the index as it comes over the wire. */
export function measureEngine(text: string, platforms: readonly Platform[]) {
  const read = () => openTable<IndexRow>(IndexTable.parse(JSON.parse(text)))
  const table = read()
  const columns = buildColumns(table, platforms)
  return {
    'parse and check': median(read),
    build: median(() => buildColumns(table, platforms)),
    'parse, check, build': median(() => buildColumns(read(), platforms)),
    order: median(() => buildColumns(table, platforms).order('urgency')),
    'texts (first search)': median(() => buildColumns(table, platforms).texts()),
    'query and counts': median(() => applyFilter(columns, chosen)),
    'with text': median(() => applyFilter(columns, searched)),
  }
}
