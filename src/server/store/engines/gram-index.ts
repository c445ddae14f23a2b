import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely'

/** An index of the pairs of characters of passages: each engine has its own search of texts for it. */
export type GramIndex = {
  /** Makes the index; part of a migration. */
  create: (db: QueryExecutorProvider) => Promise<void>
  /** Indexes a passage by its runs of pairs; see `gramsOf`. */
  put: (db: QueryExecutorProvider, passage: number, runs: readonly (readonly string[])[]) => Promise<void>
  remove: (db: QueryExecutorProvider, passage: number) => Promise<void>
  /** The numbers of the passages in which pairs follow one another, or that have a pair which begins so: a subquery. */
  passagesWith: (word: { pairs: readonly string[]; isStart: boolean }) => RawBuilder<number>
}

/** Between runs; no pair is like it. */
const bar = '\uE000'

/**
 * SQLite FTS5. Its `ascii` tokenizer takes everything beyond ASCII as part of a word, and a phrase is tokens side by side;
 * a bar between runs keeps the end of one from the start of the next.
 */
export const sqliteGrams: GramIndex = {
  create: async (db) => {
    await sql`create virtual table passage_gram using fts5(grams, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(
      db,
    )
  },
  put: async (db, passage, runs) => {
    const grams = runs.map((run) => run.join(' ')).join(` ${bar} `)
    await sql`insert into passage_gram (rowid, grams) values (${passage}, ${grams})`.execute(db)
  },
  remove: async (db, passage) => {
    await sql`delete from passage_gram where rowid = ${passage}`.execute(db)
  },
  passagesWith: ({ pairs, isStart }) =>
    sql<number>`(select rowid from passage_gram where passage_gram match ${`"${pairs.join(' ')}"${isStart ? '*' : ''}`})`,
}

const lexeme = (pair: string) => `'${pair}'`

/** PostgreSQL: a `tsvector` of pairs with their places; `<->` is side by side, and between runs a place is left free. */
export const postgresGrams: GramIndex = {
  create: async (db) => {
    await sql`create table passage_gram (passage_id integer primary key, grams tsvector not null)`.execute(db)
    await sql`create index passage_gram_grams on passage_gram using gin (grams)`.execute(db)
  },
  put: async (db, passage, runs) => {
    let place = 0
    const grams = runs.flatMap((run) => {
      place++
      return run.map((pair) => `${lexeme(pair)}:${++place}`)
    })
    await sql`insert into passage_gram (passage_id, grams) values (${passage}, ${grams.join(' ')}::tsvector)`.execute(
      db,
    )
  },
  remove: async (db, passage) => {
    await sql`delete from passage_gram where passage_id = ${passage}`.execute(db)
  },
  passagesWith: ({ pairs, isStart }) => {
    const query = pairs.map((pair) => `${lexeme(pair)}${isStart ? ':*' : ''}`).join(' <-> ')
    return sql<number>`(select passage_id from passage_gram where grams @@ ${query}::tsquery)`
  },
}
