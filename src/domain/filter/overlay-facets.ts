/** The facets that are read of an overlay. */
import { facetTable, type Facet, type Option } from '../../contract/facets.ts'
import { isReviewDue } from '../triage/triage.ts'
import { addRow, allRows, noRows, union, without, type Bits } from './bits.ts'
import { byChange } from './changed.ts'
import { byNumber, byValue, numbersOf, setsOf, type FacetColumn } from './facet-column.ts'
import { byMachines } from './machines.ts'
import { dueColumn, triageColumn, type Overlay, type Rows } from './overlay.ts'

type Entry = {
  /** The parts of the overlay that it is read of. */
  of: readonly (keyof Overlay)[]
  read: (overlay: Overlay, rows: Rows, machines: () => Float64Array) => FacetColumn
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
