import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixLines, maxPlain, placed, rowGroups } from '../../../src/domain/matrix/lines.ts'

type Facts = Parameters<typeof placed>[0]
type Row = Facts & { day: string }

const fact = (given: Partial<Row> = {}): Row => ({
  state: null,
  isMine: false,
  attention: 0,
  rank: 'wait',
  due: null,
  machines: 0,
  day: '2031-06-10',
  isUrgent: false,
  ...given,
})

function linesOf(facts: readonly Row[], opened: readonly string[] = []) {
  return matrixLines({
    count: facts.length,
    factsOf: (row) => placed(facts[row] ?? fact()),
    dayOf: (row) => facts[row]?.day ?? '',
    firstOf: (row) => row % 3,
    partOf: (row) => (row % 3 === 0 ? 'server' : 'application'),
    opened,
    canFold: true,
  })
}

const install = (given: Partial<Facts> = {}) => fact({ state: 'install', isMine: true, ...given })
const rowsIn = (lines: ReturnType<typeof linesOf>) => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))

describe('the lines of the matrix', () => {
  it('begin with what is to be installed: by due day, then urgency, then machines', () => {
    const facts = [
      install({ due: null, rank: 'immediate' }),
      install({ due: '2031-07-01' }),
      install({ due: '2031-06-24', rank: 'early' }),
      install({ due: '2031-06-24', rank: 'immediate', machines: 5 }),
      install({ due: '2031-06-24', rank: 'immediate', machines: 60 }),
    ]
    expect(rowsIn(linesOf(facts))).toEqual([4, 3, 2, 1, 0])
  })

  it('have what attackers know of before what is merely worse', () => {
    const mine = (given: Partial<Facts>) => fact({ isMine: true, attention: 4, ...given })
    const facts = [mine({ rank: 1 }), mine({ rank: 2, attention: 2 }), mine({ rank: 3, attention: 0 })]
    expect(rowsIn(linesOf(facts))).toEqual([2, 1, 0])
  })

  it('go on with what is ours and not needed, what is urgent elsewhere, and the rest', () => {
    const facts = [
      fact(),
      fact({ isUrgent: true, rank: 'immediate' }),
      fact({ state: 'contained', isMine: true }),
      fact({ state: 'alternative', isMine: true }),
      install(),
      fact({ isMine: true }),
    ]
    expect(
      linesOf(facts).map((line) => (line.kind === 'row' ? line.row : line.kind === 'group' ? line.group : line.key)),
    ).toEqual(['install', 4, 'beside', 3, 2, 'mine', 5, 'urgent', 1, 'others', 0])
  })

  it('fold what a newer fix contains by its month, and the rest by urgency and kind of product', () => {
    const facts = [
      ...Array.from({ length: 30 }, () => fact({ state: 'contained', day: '2031-05-13' })),
      ...Array.from({ length: 30 }, () => fact({ rank: 'early' })),
    ]
    const folds = linesOf(facts).flatMap((line) => (line.kind === 'fold' ? [[line.key, line.rows.length]] : []))
    expect(folds).toEqual([
      ['contained-2031-05', 30],
      ['early-server', 10],
      ['early-application', 20],
    ])
    expect(rowsIn(linesOf(facts, ['early-server']))).toHaveLength(10)
  })

  it('fold nothing where all rows are few', () => {
    const facts = Array.from({ length: maxPlain }, () => fact())
    expect(rowsIn(linesOf(facts))).toHaveLength(maxPlain)
    expect(linesOf([...facts, fact()]).some(({ kind }) => kind === 'fold')).toBe(true)
  })

  const anyFact = fc.record({
    state: fc.constantFrom('install', 'alternative', 'contained', null),
    isMine: fc.boolean(),
    rank: fc.constantFrom('immediate', 'early', 'wait', 'unrated'),
    due: fc.option(fc.constantFrom('2031-06-24', '2031-07-01')),
    attention: fc.nat(4),
    machines: fc.nat(5),
    day: fc.constantFrom('2031-05-13', '2031-06-10'),
    isUrgent: fc.boolean(),
  })

  it('are sorted by attention or rank as their group is, then by column, then as the list is', () => {
    const ranks = ['immediate', 'early', 'wait', 'unrated']
    const numbersOf = ({ attention, rank }: Row) => ({ attention, rank: ranks.indexOf(String(rank)) })
    const order = { mine: ['attention', 'rank'], urgent: ['attention'], others: ['rank', 'attention'] } as const
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: maxPlain }), (facts) => {
        const lines = linesOf(facts).flatMap((line) => (line.kind === 'row' ? [line] : []))
        for (const [group, names] of Object.entries(order)) {
          const rows = lines.flatMap((line) => (line.group === group ? [line.row] : []))
          const numbers = (row: number) => [...names.map((name) => numbersOf(facts[row] ?? fact())[name]), row % 3, row]
          const differing = (a: number, b: number) =>
            numbers(a)
              .map((number, at) => number - (numbers(b)[at] ?? 0))
              .find((difference) => difference !== 0) ?? 0
          expect(rows).toEqual(rows.toSorted(differing))
        }
      }),
    )
  })

  it('have every row once, in a fold or by itself, under the heading of its group', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 60 }), (facts) => {
        const lines = linesOf(facts)
        const told = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : line.kind === 'fold' ? line.rows : []))
        expect(told.toSorted((a, b) => a - b)).toEqual(facts.map((_, row) => row))
        let group = null
        for (const line of lines) {
          if (line.kind === 'group') group = line.group
          expect(line.group).toBe(group)
          const [first] = line.kind === 'row' ? [line.row] : line.rows
          expect(placed(facts[first ?? -1] ?? fact()).group).toBe(group)
        }
        const groups = lines.flatMap((line) => (line.kind === 'group' ? [rowGroups.indexOf(line.group)] : []))
        expect(groups).toEqual([...new Set(groups)].toSorted((a, b) => a - b))
      }),
    )
  })
})
