/** The rows of the matrix as they are read: what is to be installed, what is ours and needs nothing, what is urgent elsewhere, the rest in folds. */
import type { FixState } from '../../contract/fixes.ts'
import type { Severity, UrgencyLevel } from '../../contract/words.ts'
import { severities, urgencies } from '../../contract/vocabulary.ts'

/** How urgent a bulletin is, or how bad a vulnerability. */
export type Rank = UrgencyLevel | Severity

/** What a row is sorted by. */
export type RowFacts = {
  /** What it is on machines of the fleet; null where it is nothing there, or that is not known. */
  state: FixState | null
  /** Whether it affects any of them. */
  isMine: boolean
  rank: Rank
  /** How much attackers have: 0 the most. What has it comes before what is merely worse. */
  attention: number
  /** Until when it is due; null without a day. */
  due: string | null
  machines: number
  day: string
  /** Whether those need it at once who have what it is for. */
  isUrgent: boolean
}

/**
 * `install`: what our machines need. `beside`: what is for them and not needed. `mine`: what affects them, with no fix
 * that is to be installed. `urgent`: what others need at once. `others`: everything else.
 */
export const rowGroups = ['install', 'beside', 'mine', 'urgent', 'others'] as const
export type RowGroup = (typeof rowGroups)[number]

export function groupOf({ state, isMine, isUrgent }: RowFacts): RowGroup {
  if (state === 'install') return 'install'
  if (state !== null) return 'beside'
  if (isMine) return 'mine'
  return isUrgent ? 'urgent' : 'others'
}

/** A heading, a fold of several rows, or a row. `key` of a fold is how the address names it. */
export type MatrixLine =
  | { kind: 'group'; group: RowGroup; rows: readonly number[] }
  | { kind: 'fold'; group: RowGroup; key: string; by: FoldName; rows: readonly number[]; isOpen: boolean }
  | { kind: 'row'; group: RowGroup; row: number; fold: string | null }

/** What the rows of a fold have alike: the month of what a newer fix contains, or how urgent they are and the kind of product. */
export type FoldName = { month: string } | { rank: Rank; part: string }

type Asked = {
  count: number
  factsOf: (row: number) => RowFacts
  /** The first column that a row affects. */
  firstOf: (row: number) => number
  /** The kind of product that a row of the rest is for. */
  partOf: (row: number) => string
  /** The folds that are open. */
  opened: readonly string[]
  canFold: boolean
}

/** With as many rows as this all are shown: a fold would hide what fits on a screen. */
export const maxPlain = 40

const noneLast = (a: string | null, b: string | null) =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1

const ranks = new Map<Rank, number>([...severities, ...urgencies].map((rank, at) => [rank, at]))

const rankOf = ({ rank }: RowFacts) => ranks.get(rank) ?? -1

/** Due day, then urgency, then machines. */
const byDue = (a: RowFacts, b: RowFacts) => noneLast(a.due, b.due) || rankOf(a) - rankOf(b) || b.machines - a.machines

/** The lines of all rows; each row is in one group, and in at most one fold of it. */
export function matrixLines({ count, factsOf, firstOf, partOf, opened, canFold }: Asked): MatrixLine[] {
  const rows = Array.from({ length: count }, (_, row) => row)
  const groups = Map.groupBy(rows, (row) => groupOf(factsOf(row)))
  const inGroup = (group: RowGroup, own: readonly number[]): MatrixLine[] => {
    const sorted = sortedBy[group](own, factsOf, firstOf)
    const plain = (row: number, fold: string | null = null): MatrixLine => ({ kind: 'row', group, row, fold })
    if (!canFold || count <= maxPlain) return sorted.map((row) => plain(row))
    if (group === 'urgent' && sorted.length > maxPlain) return inTurn(sorted, firstOf).map((row) => plain(row))
    const folds = Map.groupBy(sorted, (row) => foldOf(group, factsOf(row), partOf(row))?.key ?? '')
    return [...folds].flatMap(([key, members]): MatrixLine[] => {
      const fold = foldOf(group, factsOf(members[0] ?? 0), partOf(members[0] ?? 0))
      if (fold === null || members.length === 1) return members.map((row) => plain(row))
      const isOpen = opened.includes(key)
      const line: MatrixLine = { kind: 'fold', group, key, by: fold.by, rows: members, isOpen }
      return isOpen ? [line, ...members.map((row) => plain(row, key))] : [line]
    })
  }
  return rowGroups.flatMap((group): MatrixLine[] => {
    const own = groups.get(group)
    return own === undefined ? [] : [{ kind: 'group', group, rows: own }, ...inGroup(group, own)]
  })
}

/** Of each column one row, then of each a second one: of very many rows those in sight are not all of one column. */
function inTurn(rows: readonly number[], firstOf: (row: number) => number): number[] {
  const turns: number[][] = []
  const had = new Map<number, number>()
  for (const row of rows) {
    const turn = had.get(firstOf(row)) ?? 0
    had.set(firstOf(row), turn + 1)
    ;(turns[turn] ??= []).push(row)
  }
  return turns.flat()
}

/** Sorted by numbers of which there are few, so that each row is looked at once: vulnerabilities are very many. */
const sortedAlike = (rows: readonly number[], numberOf: (row: number) => number): number[] =>
  [...Map.groupBy(rows, numberOf)].toSorted(([a], [b]) => a - b).flatMap(([, alike]) => alike)

type Sort = (rows: readonly number[], factsOf: Asked['factsOf'], firstOf: Asked['firstOf']) => number[]

const sortedWith =
  (compare: (a: RowFacts, b: RowFacts) => number): Sort =>
  (rows, factsOf, firstOf) =>
    rows.toSorted((a, b) => compare(factsOf(a), factsOf(b)) || firstOf(a) - firstOf(b))

/** By the first of the numbers, then by the next. */
const sortedFirst =
  (...numbers: readonly ((facts: RowFacts) => number)[]): Sort =>
  (rows, factsOf, firstOf) =>
    numbers.reduceRight(
      (sorted, numberOf) => sortedAlike(sorted, (row) => numberOf(factsOf(row))),
      sortedAlike(rows, firstOf),
    )

const attentionOf = ({ attention }: RowFacts) => attention

/** How the rows of a group are sorted before their columns and the order of the list count. */
const sortedBy: Record<RowGroup, Sort> = {
  install: sortedWith(byDue),
  beside: sortedWith(
    (a, b) =>
      Number(a.state === 'contained') - Number(b.state === 'contained') ||
      noneLast(b.day.slice(0, 7), a.day.slice(0, 7)),
  ),
  mine: sortedFirst(attentionOf, rankOf),
  urgent: sortedFirst(attentionOf),
  others: sortedFirst(rankOf, attentionOf),
}

function foldOf(group: RowGroup, { state, day, rank }: RowFacts, part: string): { key: string; by: FoldName } | null {
  if (group === 'beside' && state === 'contained')
    return { key: `contained-${day.slice(0, 7)}`, by: { month: day.slice(0, 7) } }
  if (group === 'others') return { key: `${rank}-${part}`, by: { rank, part } }
  return null
}
