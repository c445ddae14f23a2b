import { oncePer } from './once.ts'

type Row = { id: string | number }

const madeOnce = oncePer(
  (rows: readonly Row[]): ReadonlyMap<Row['id'], Row> => new Map(rows.map((row) => [row.id, row])),
)

/** The rows of a list by their ids, made once for a list, which nobody changes afterwards. */
export const byId = <R extends Row>(rows: readonly R[]) => madeOnce(rows) as ReadonlyMap<R['id'], R>
