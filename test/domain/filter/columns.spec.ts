import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facets } from '../../../src/contract/facets.ts'
import { IndexRow } from '../../../src/contract/summary.ts'
import { buildColumns } from '../../../src/domain/filter/columns.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { indexPart } from '../../../src/domain/table/index-parts.ts'
import { openTable } from '../../../src/domain/table/open.ts'
import { withPlaceholders } from '../../../src/domain/table/placeholders.ts'
import { withPart } from '../../../src/domain/table/with-part.ts'
import { platforms, summary } from '../../support/arbitraries.ts'

const sorts = ['id', 'updated', 'urgency', 'cvss', 'epss', 'due'] as const

describe('an index that comes by parts', () => {
  it('is ordered and counted once, as the first part has all that it takes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(summary, { selector: ({ id }) => id, minLength: 1, maxLength: 8 }), (rows) => {
        const whole = openTable<IndexRow>(encodeTable(rows, IndexRow.shape))
        const table = withPlaceholders(indexPart(whole, 'filter', 'ja'))
        const first = buildColumns(table, platforms)
        const made = [...sorts.map(first.order), ...facets.map(first.facet)]
        const titled = withPart(table, indexPart(whole, 'titles', 'ja'), false)
        const rest = withPart(titled, indexPart(whole, 'rest', 'ja'), true)
        for (const next of [first.completed(titled), first.completed(titled).completed(rest)])
          for (const [at, each] of [...sorts.map(next.order), ...facets.map(next.facet)].entries())
            expect(each).toBe(made[at])
        expect(first.completed(rest).summaryAt(0).title).toEqual(rows[0]?.title)
      }),
      { numRuns: 20 },
    )
  })
})

describe('an index with something else laid over it', () => {
  const columns = buildColumns(openTable<IndexRow>(encodeTable([], IndexRow.shape)), platforms)

  it('has the same table, until that says anything else', () => {
    expect(columns.with({ found: [{ word: 'exploit', bulletins: [] }] }).table).toBe(columns.table)
    expect(columns.with({ states: new Map() }).table).not.toBe(columns.table)
  })
})
