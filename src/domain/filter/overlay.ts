/** What is laid over an index: what the team has set, and what changes with the day. */
import type { Due } from '../../contract/due.ts'
import type { SearchAnswer } from '../../contract/search.ts'
import type { TriageState } from '../../contract/triage.ts'
import { triages } from '../../contract/vocabulary.ts'
import type { Triage } from '../../contract/words.ts'
import type { LastByBulletin } from '../changes/last-changes.ts'
import type { MachineCount } from '../fleet/exposure.ts'
import { isOpen } from '../triage/triage.ts'
import type { ValueColumn } from '../table/open.ts'

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
