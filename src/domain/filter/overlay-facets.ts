/** The facets that the index does not tell: what the team has set, and what changes with the day. */
import { facetTable, type Facet, type Option } from '../../contract/facets.ts'
import type { Due } from '../../contract/due.ts'
import type { SearchAnswer } from '../../contract/search.ts'
import type { TriageState } from '../../contract/triage.ts'
import { triages } from '../../contract/vocabulary.ts'
import type { Triage } from '../../contract/words.ts'
import type { LastByBulletin } from '../changes/last-changes.ts'
import type { MachineCount } from '../fleet/exposure.ts'
import { isOpen, isReviewDue } from '../triage/triage.ts'
import type { ValueColumn } from '../table/open.ts'
import { addRow, allRows, noRows, union, without, type Bits } from './bits.ts'
import { byChange } from './changed.ts'
import { byNumber, byValue, numbersOf, setsOf, type FacetColumn } from './facet-column.ts'
import { byMachines } from './machines.ts'

/** How far the team is, as far as a filter asks for it, by the id of a bulletin. Who is not named is new. */
export type States = ReadonlyMap<string, Pick<TriageState, 'status' | 'reviewOn' | 'assignee'>>

/** What is laid over an index. A part is replaced, never changed: what is read of it is kept until it is another one. */
export type Overlay = {
  states: States
  /** Until when policy wants them deployed, by id; without those that have no day to keep. */
  due: ReadonlyMap<string, Due>
  /** The machines of the fleet by platform; none where no fleet is on file. */
  machines: readonly MachineCount[]
  /** The ids of what is to be installed on them. */
  toInstall: ReadonlySet<string>
  /** The ids of what must not be deployed on some machines. */
  held: ReadonlySet<string>
  /** The calendar day; days that are over count by it. */
  today: string
  /** By word the bulletins whose texts have it, as a search of texts has found them. */
  found: SearchAnswer['words']
  /** Who is asking; null where nobody has signed in. */
  me: string | null
  /** What has changed, as far as it is known, and after which event that counts. */
  changes: LastByBulletin
  changedSince: number
}

export const noOverlay: Overlay = {
  states: new Map(),
  due: new Map(),
  machines: [],
  toInstall: new Set(),
  held: new Set(),
  today: '',
  found: [],
  me: null,
  changes: new Map(),
  changedSince: 0,
}

/** The rows of an index by the ids of their bulletins. */
export type Rows = { count: number; of: (id: string) => number | undefined }

type Entry = {
  /** The parts of the overlay that it is read of. */
  of: readonly (keyof Overlay)[]
  read: (overlay: Overlay, rows: Rows, machines: () => Float64Array) => FacetColumn
}

/** The status in each row. */
export function triageColumn(states: States, { count, of }: Rows): ValueColumn<Triage> {
  const at = new Int32Array(count).fill(triages.indexOf('new'))
  for (const [id, { status }] of states) {
    const row = of(id)
    if (row !== undefined) at[row] = triages.indexOf(status)
  }
  return { values: triages, at }
}

/** The due day in each row; none where nothing is left to do. */
export function dueColumn({ due, states }: Pick<Overlay, 'due' | 'states'>, { count, of }: Rows): ValueColumn<Due> {
  const at = new Int32Array(count).fill(-1)
  const values: Due[] = []
  for (const [id, day] of due) {
    const row = of(id)
    if (row !== undefined && isOpen(states.get(id)?.status ?? 'new')) at[row] = values.push(day) - 1
  }
  return { values, at }
}

function byTriage({ states, today }: Overlay, rows: Rows): FacetColumn {
  const due = [...states].flatMap(([id, state]) => (isReviewDue(state, today) ? id : []))
  const sets = byValue(triageColumn(states, rows), rows.count, (state) => [state])
  return { sets: sets.set('review-due', rowsOf(due, rows)) }
}

/** By name, and by whether anyone has it. */
function byAssignee({ states, me }: Overlay, rows: Rows): FacetColumn {
  const names = setsOf(rows.count)
  for (const [id, { assignee }] of states) {
    const row = assignee === null ? undefined : rows.of(id)
    if (row !== undefined && assignee !== null) addRow(names.setOf(assignee), row)
  }
  const none: Bits = noRows(rows.count)
  const anyone = [...names.sets.values()].reduce(union, none)
  const mine = (me === null ? undefined : names.sets.get(me)) ?? none
  // A word of the filter is never taken for a name.
  const words = [
    ['me', mine],
    ['nobody', without(allRows(rows.count), anyone)],
    ['anyone', anyone],
  ] as const
  return { sets: new Map([...names.sets, ...words]) }
}

/** Whether as many days are left as an option says: at most, from one number to another, overdue, or no day at all. */
function isLeft(days: number, option: Option): boolean {
  if (typeof option === 'number') return days <= option
  if (option === 'overdue') return days < 0
  if (option === 'none') return Number.isNaN(days)
  const [from = NaN, to = NaN] = option.split('-').map(Number)
  return days >= from && days <= to
}

function byDue(overlay: Overlay, rows: Rows): FacetColumn {
  const left = numbersOf(dueColumn(overlay, rows), rows.count, (due) => due.left)
  return byNumber(left, facetTable.due.options, isLeft)
}

/** The rows of these ids. */
function rowsOf(ids: Iterable<string>, { count, of }: Rows): Bits {
  const found = noRows(count)
  for (const id of ids) {
    const row = of(id)
    if (row !== undefined) addRow(found, row)
  }
  return found
}

function byHold({ held }: Overlay, rows: Rows): FacetColumn {
  const yes = rowsOf(held, rows)
  return {
    sets: new Map([
      ['yes', yes],
      ['no', without(allRows(rows.count), yes)],
    ]),
  }
}

export const overlayFacets = {
  triage: { of: ['states', 'today'], read: byTriage },
  assignee: { of: ['states', 'me'], read: byAssignee },
  changed: {
    of: ['changes', 'changedSince'],
    read: ({ changes, changedSince }, rows) => byChange(changes, changedSince, rows),
  },
  due: { of: ['due', 'states'], read: byDue },
  mine: {
    of: ['machines', 'toInstall'],
    read: ({ machines, toInstall }, rows, counts) => byMachines(counts(), machines.length > 0, rowsOf(toInstall, rows)),
  },
  held: { of: ['held'], read: byHold },
} as const satisfies Partial<Record<Facet, Entry>>

export type OverlayFacet = keyof typeof overlayFacets
