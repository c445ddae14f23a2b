import { sql } from 'kysely'
import type { NoticeFigures } from '../../outbox.ts'
import type { Reader } from '../tables.ts'

/** How many notices there are by state, and since when the first that is due waits. */
export async function noticeFigures(db: Reader, at: string): Promise<NoticeFigures> {
  const rows = await db
    .selectFrom('notice')
    .select(({ fn }) => [
      'state',
      fn.countAll<number | string>().as('count'),
      sql<number | string>`sum(case when failures > 0 then 1 else 0 end)`.as('retrying'),
    ])
    .groupBy('state')
    .execute()
  const due = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.min<string | null>('due_at').as('since'))
    .where('state', '=', 'waiting')
    .where('due_at', '<=', at)
    .executeTakeFirst()
  const of = (state: (typeof rows)[number]['state']) => rows.find((row) => row.state === state)
  return {
    waiting: Number(of('waiting')?.count ?? 0),
    retrying: Number(of('waiting')?.retrying ?? 0),
    sent: Number(of('sent')?.count ?? 0),
    givenUp: Number(of('given-up')?.count ?? 0),
    dueSince: due?.since ?? null,
  }
}
