import type { ColumnDataType, Expression, Kysely } from 'kysely'
import type { Tables } from '../sql/tables.ts'
import type { GramIndex } from './gram-index.ts'

/** A database, and in what it differs from others. */
export type Engine = {
  db: Kysely<Tables>
  /** For reading, where that would wait for a transaction of `db` otherwise. */
  reader: Kysely<Tables>
  /** Whether no other process can be on this database. */
  isAlone: boolean
  types: {
    /** A text that is compared byte by byte, whatever the language of the database. */
    text: ColumnDataType | Expression<unknown>
    /** A number that the database counts up. */
    counter: ColumnDataType
    /** Whether such a number must be told not to give one out twice. */
    isCounterDeclared: boolean
    /** What texts are searched with. */
    grams: GramIndex
  }
  /** Comes first in every transaction that writes: from there on nobody else writes until it ends. */
  holdWriters: (tx: Kysely<Tables>) => Promise<void>
  /** Comes last in it: tells other servers on the same database, once it is committed. */
  announce: (tx: Kysely<Tables>) => Promise<void>
  /** Calls back when another server has announced something; `close` ends it. */
  listen: (told: () => void) => Promise<void>
  /** Throws StoreUnavailable where it can be seen without asking the database that nothing more can be kept. */
  check: () => Promise<void>
  close: () => Promise<void>
}
