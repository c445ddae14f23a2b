import type { Tables } from '../tables.ts'
import type { renamedTables } from './plain-names.ts'

type Renamed = typeof renamedTables

/** The tables before `017-plain-names`, for the migrations that run before it. */
export type EarlierTables = Omit<Tables, Renamed[keyof Renamed] | 'event' | 'import'> & {
  [Earlier in keyof Renamed]: Tables[Renamed[Earlier]]
} & {
  event: Omit<Tables['event'], 'actor' | 'action'> & { who: string; what: string }
  import: Omit<Tables['import'], 'actor'> & { who: string }
}
