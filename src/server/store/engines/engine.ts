import type { Kysely } from 'kysely'
import type { Tables } from '../sql/tables.ts'
import type { GramIndex } from './gram-index.ts'

/** What the columns of a table are declared as, in SQL. */
export type ColumnTypes = {
  /** A text that is compared byte by byte, whatever the language of the database. */
  key: string
  /** A number that the database counts up, and gives out once: the primary key. */
  counter: string
}

/** A database, and in what it differs from others. */
export type Engine = {
  db: Kysely<Tables>
  /** For reading, where that would wait for a transaction of `db` otherwise. */
  reader: Kysely<Tables>
  /** Whether no other process can be on this database. */
  isAlone: boolean
  types: ColumnTypes & {
    /** Whether keys have names by which they can be changed. */
    hasNamedKeys: boolean
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
