/** What the summary index and the filter cost, as medians in milliseconds; runs in Node and in a browser alike. */
import type { Platform } from '../../src/contract/platform.ts'
import { SummaryTable, type Summary } from '../../src/contract/summary.ts'
import { applyFilter } from '../../src/domain/filter/apply.ts'
import { buildColumns } from '../../src/domain/filter/columns.ts'
import { filterOf } from '../../src/domain/filter/filter.ts'
import { openTable } from '../../src/domain/table/open.ts'

const runs = 21

/** Median time of a call in milliseconds, after one that is not counted. */
function median(call: () => unknown): number {
  call()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    call()
    return performance.now() - start
  })
  const middle = times.toSorted((a, b) => a - b)[runs >> 1] ?? Number.NaN
  return Math.round(middle * 100) / 100
}

const chosen = filterOf({ severity: '1,2', urgency: 'immediate', platform: 'product-3' })
const searched = filterOf({ severity: '1,2', q: '製品 7' })

/** `text`: the index as it comes over the wire. */
export function measureEngine(text: string, platforms: readonly Platform[]) {
  const read = () => openTable<Summary>(SummaryTable.parse(JSON.parse(text)))
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
