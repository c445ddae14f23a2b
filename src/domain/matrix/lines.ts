/** The rows of the matrix as they are read: what is to be installed, what is ours and needs nothing, what is urgent elsewhere, the rest in folds. */
import type { FixState } from '../../contract/fixes.ts'
import type { Severity, UrgencyLevel } from '../../contract/words.ts'
import { severities, urgencies } from '../../contract/vocabulary.ts'
import { everyRow } from '../filter/bits.ts'

/** How urgent a bulletin is, or how bad a vulnerability. */
type Rank = UrgencyLevel | Severity

/** What decides where a row is. */
type Facts = {
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
  /** Whether those need it at once who have what it is for. */
  isUrgent: boolean
}

/** The same with what follows from it alone: the group of a row, and its place there before others of its column. */
export type RowFacts = Facts & { group: RowGroup; place: number }

/**
 * `install`: what our machines need. `beside`: what is for them and not needed. `mine`: what affects them, with no fix
 * that is to be installed. `urgent`: what others need at once. `others`: everything else.
 */
export const rowGroups = ['install', 'beside', 'mine', 'urgent', 'others'] as const
export type RowGroup = (typeof rowGroups)[number]

function groupOf({ state, isMine, isUrgent }: Facts): RowGroup {
  if (state === 'install') return 'install'
  if (state !== null) return 'beside'
  if (isMine) return 'mine'
  return isUrgent ? 'urgent' : 'others'
}

export function placed(facts: Facts): RowFacts {
  const group = groupOf(facts)
  return { ...facts, group, place: placeIn[group](facts) }
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
  dayOf: (row: number) => string
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

const rankOf = ({ rank }: Facts) => ranks.get(rank) ?? 0

/** Due day, then urgency, then machines. */
const byDue = (a: Facts, b: Facts) => noneLast(a.due, b.due) || rankOf(a) - rankOf(b) || b.machines - a.machines

/** The lines of all rows; each row is in one group, and in at most one fold of it. */
export function matrixLines(asked: Asked): MatrixLine[] {
  const { count, factsOf, firstOf, opened, canFold } = asked
  const groups = Map.groupBy(everyRow(count), (row) => factsOf(row).group)
  const inGroup = (group: RowGroup, own: readonly number[]): MatrixLine[] => {
    const sorted = sortedIn(group, own, asked)
    const plain = (row: number, fold: string | null = null): MatrixLine => ({ kind: 'row', group, row, fold })
    if (!canFold || count <= maxPlain) return sorted.flat().map((row) => plain(row))
    if (group === 'urgent' && own.length > maxPlain) return inTurn(sorted.flat(), firstOf).map((row) => plain(row))
    const folds = Map.groupBy(sorted, ([row = 0]) => foldOf(group, row, asked)?.key ?? '')
    return [...folds].flatMap(([key, alike]): MatrixLine[] => {
      const members = alike.flat()
      const fold = foldOf(group, members[0] ?? 0, asked)
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
  const had: number[] = []
  for (const row of rows) {
    const turn = had[firstOf(row)] ?? 0
    had[firstOf(row)] = turn + 1
    ;(turns[turn] ??= []).push(row)
  }
  return turns.flat()
}

/** More than there are ranks, or steps of attention. */
const many = 20

/** A number for each row of a group, of which there are few, so that each is looked at once: vulnerabilities are very many. */
const placeIn: Record<RowGroup, (facts: Facts) => number> = {
  install: () => 0,
  beside: () => 0,
  mine: (facts) => facts.attention * many + rankOf(facts),
  urgent: ({ attention }) => attention,
  others: (facts) => rankOf(facts) * many + facts.attention,
}

type Told = Facts & { day: string }

/** How the rows of those groups are sorted that a number does not sort. */
const compareIn: Partial<Record<RowGroup, (a: Told, b: Told) => number>> = {
  install: byDue,
  beside: (a, b) =>
    Number(a.state === 'contained') - Number(b.state === 'contained') || noneLast(b.day.slice(0, 7), a.day.slice(0, 7)),
}

/**
 * The rows of a group in their order: by what they are, then by column, then as the list is. Those in one list have all
 * alike that rows are sorted or folded by.
 */
function sortedIn(group: RowGroup, rows: readonly number[], { factsOf, dayOf, firstOf }: Asked): number[][] {
  const compare = compareIn[group]
  if (compare !== undefined)
    return rows
      .map((row) => ({ row, day: dayOf(row), first: firstOf(row), ...factsOf(row) }))
      .toSorted((a, b) => compare(a, b) || a.first - b.first)
      .map(({ row }) => [row])
  const byPlace: number[][][] = []
  for (const row of rows) ((byPlace[factsOf(row).place] ??= [])[firstOf(row)] ??= []).push(row)
  return byPlace.flat()
}

function foldOf(group: RowGroup, row: number, { factsOf, dayOf, partOf }: Asked): { key: string; by: FoldName } | null {
  const { state, rank } = factsOf(row)
  const [month, part] = [dayOf(row).slice(0, 7), partOf(row)]
  if (group === 'beside' && state === 'contained') return { key: `contained-${month}`, by: { month } }
  if (group === 'others') return { key: `${rank}-${part}`, by: { rank, part } }
  return null
}
