/** Prints what the filter costs in Node: medians in milliseconds, at several sizes of the index. */
import { applyFilter } from '../../src/domain/filter/apply.ts'
import { buildColumns } from '../../src/domain/filter/columns.ts'
import { filterOf } from '../../src/domain/filter/filter.ts'
import { generate } from './generate.ts'

const runs = 21
const sizes = [1500, 10_000, 100_000]

/** Median time of a call in milliseconds, after one that is not counted. */
function median(call: () => unknown): number {
  call()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    call()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? Number.NaN
}

const chosen = filterOf({ severity: '1,2', urgency: 'immediate', platform: 'product-3' })
const searched = filterOf({ severity: '1,2', q: '製品 7' })

const rows = sizes.map((bulletins) => {
  const { index, platforms } = generate({ bulletins, platforms: 60, cvesPerBulletin: 4 })
  const columns = buildColumns(index, platforms)
  const ms = (call: () => unknown) => median(call).toFixed(2)
  return {
    bulletins,
    build: ms(() => buildColumns(index, platforms)),
    texts: ms(() => buildColumns(index, platforms).texts()),
    order: ms(() => buildColumns(index, platforms).order('urgency')),
    'query and counts': ms(() => applyFilter(columns, chosen)),
    'with text': ms(() => applyFilter(columns, searched)),
  }
})
console.table(rows)
