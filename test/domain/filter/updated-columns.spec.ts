import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facets } from '../../../src/contract/facets.ts'
import { IndexRow } from '../../../src/contract/summary.ts'
import { sortOrders } from '../../../src/contract/vocabulary.ts'
import { applyFilter } from '../../../src/domain/filter/apply.ts'
import { buildColumns, type Columns } from '../../../src/domain/filter/columns.ts'
import { filterOf } from '../../../src/domain/filter/filter.ts'
import { encodeTable } from '../../../src/domain/table/encode.ts'
import { openTable, rowAt, type OpenTable } from '../../../src/domain/table/open.ts'
import { withChanges } from '../../../src/domain/table/patch.ts'
import { omitting } from '../../../src/domain/revisions/changed/meaning.ts'
import { updatedColumns } from '../../../src/domain/filter/updated-columns.ts'
import { platforms, summary } from '../../support/arbitraries.ts'

type Row = IndexRow
type Held = { table: OpenTable<Row>; columns: Columns }
type Step = { rows: Row[]; removed: string[] }

const byId = (a: Row, b: Row) => (a.id < b.id ? -1 : 1)
const opened = (rows: Iterable<Row>) => openTable<Row>(encodeTable([...rows].toSorted(byId), IndexRow.shape))
const madeAnew = (rows: Iterable<Row>): Held => {
  const table = opened(rows)
  return { table, columns: buildColumns(table, platforms) }
}

/** Few ids, so that the same bulletin changes again and again. */
const id = fc.constantFrom('A-1', 'A-02', 'A-10', 'B-3', 'KB5060842', 'KB999999', 'a-1', 'ü')
const row = fc.tuple(summary, id).map(([told, own]): Row => ({ ...omitting(told, 'triage'), id: own }))
const step: fc.Arbitrary<Step> = fc.record({
  rows: fc.uniqueArray(row, { selector: (each) => each.id, maxLength: 5 }),
  removed: fc.uniqueArray(id, { maxLength: 2 }),
})

function after({ table, columns }: Held, { rows, removed }: Step): Held {
  const changed = opened(rows)
  const next = withChanges(table, changed, removed)
  return { table: next.table, columns: updatedColumns(columns, next.table, next.from, platforms) }
}

function keep(rows: Map<string, Row>, step: Step): Map<string, Row> {
  const told = new Set(step.rows.map((each) => each.id))
  const left = [...rows].filter(([own]) => !step.removed.includes(own) || told.has(own))
  return new Map([...left, ...step.rows.map((each) => [each.id, each] as const)])
}

const rowsOf = (table: OpenTable<Row>) => Array.from({ length: table.rows }, (_, at) => rowAt(table, at))

/** Reads all that is made when it is first asked for, so that the next change finds it made. */
const readWhole = ({ table, columns }: Held) => ({
  rows: rowsOf(table),
  summaries: Array.from({ length: table.rows }, (_, at) => columns.summaryAt(at)),
  orders: sortOrders.map((sort) => columns.order(sort)),
  facets: facets.map((facet) => new Map(columns.facet(facet).sets)),
})

const always = (
  check: (held: Held, anew: Held, before: Held, step: Step) => void,
  read: (held: Held) => unknown = readWhole,
) =>
  fc.assert(
    fc.property(
      fc.uniqueArray(row, { selector: (each) => each.id }),
      fc.array(step, { maxLength: 6 }),
      (first, steps) => {
        let rows = new Map(first.map((each) => [each.id, each]))
        let held = madeAnew(first)
        for (const each of steps) {
          read(held)
          const before = held
          held = after(held, each)
          rows = keep(rows, each)
          check(held, madeAnew(rows.values()), before, each)
        }
      },
    ),
    { numRuns: 40 },
  )

describe('an index of which only the changes came', () => {
  it('has the rows, the orders and the options of one that is made anew', () => {
    always((held, anew) => {
      const [kept, made] = [readWhole(held), readWhole(anew)]
      expect(kept.rows).toEqual(made.rows)
      expect(kept.summaries).toEqual(made.summaries)
      expect(kept.orders).toEqual(made.orders)
      for (const [at, sets] of made.facets.entries())
        for (const [option, bits] of sets) expect(kept.facets[at]?.get(option)).toEqual(bits)
    })
  })

  it('finds by any text what one that is made anew finds', () => {
    const texts = fc.constantFrom('ms05', 'kb', 'can-2005', 'windows 2000', '日本語', 'a', '1')
    always(
      (held, anew, _, step) => {
        const [q] = fc.sample(texts, { numRuns: 1, seed: step.rows.length })
        const ask = ({ columns }: Held) => applyFilter(columns, filterOf({ q }))
        expect(ask(held)).toEqual(ask(anew))
      },
      ({ columns }) => columns.texts(),
    )
  })

  it('has of what has not changed the same objects', () => {
    always((held, _, before, { rows, removed }) => {
      const summaries = (of: Held) => new Map(readWhole(of).summaries.map((each) => [each.id, each]))
      const [now, then] = [summaries(held), summaries(before)]
      const touched = new Set([...rows.map((each) => each.id), ...removed])
      for (const [own, summary] of now) if (!touched.has(own)) expect(summary).toBe(then.get(own))
    })
  })
})
