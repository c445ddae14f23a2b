/** Import runs: the events that one look at a source, one command or one document has brought in belong together. */
import type { RunStore } from '../outbox.ts'
import { lastEvent } from './recording.ts'
import type { Access, Db, Reader, Tx } from './tables.ts'

/** A run that has said nothing for so long is over, in milliseconds: its process is gone. */
const patience = 5 * 60_000

/** The run that is going on and began last; null where none is. */
export async function openRun(tx: Reader): Promise<number | null> {
  const row = await tx
    .selectFrom('import_run')
    .select('id')
    .where('ended_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Marks the events from one on as of a run; without one they are a run of their own, where there are several. */
async function markEvents(tx: Tx, first: number, { at, name, run }: Bringing): Promise<void> {
  const own = await tx
    .selectFrom('event')
    .select('id')
    .where('id', '>=', first)
    .where('bulletin_id', 'is not', null)
    .limit(2)
    .execute()
  if (own.length === 0 || (own.length === 1 && run === null)) return
  const last = await lastEvent(tx)
  const known =
    run ??
    (
      await tx
        .insertInto('import_run')
        .values({ name, began_at: at, seen_at: at, ended_at: at, last_event: last })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  await tx.updateTable('event').set({ run_id: known }).where('id', '>=', first).execute()
}

/** `run`: the run that goes on; null where there is none. */
type Bringing = { at: string; name: string; run: number | null }

/** Does what writes events that belong together. All that is written in a transaction meanwhile is of this work. */
export async function inRun<T>(tx: Tx, bringing: Bringing, work: () => Promise<T>): Promise<T> {
  const first = (await lastEvent(tx)) + 1
  const done = await work()
  await markEvents(tx, first, bringing)
  return done
}

/** Writes what comes in: what several bulletins are told of it is one run, or part of the one that goes on. */
export const writeRun = <T>(
  { write, now }: Pick<Access, 'write' | 'now'>,
  { name, run = null }: { name: string; run?: number | null } = { name: 'import' },
  work: (tx: Tx) => Promise<T>,
): Promise<T> => write((tx) => inRun(tx, { at: now().toISOString(), name, run }, () => work(tx)))

/** Ends the runs that have said nothing since a moment. */
export async function endSilentRuns(tx: Db | Tx, { at, since }: { at: string; since: string }): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({ ended_at: at, last_event: await lastEvent(tx) })
    .where('ended_at', 'is', null)
    .where('seen_at', '<', since)
    .execute()
}

/** The moment since which a run has to have said something, to be going on. */
export const silentSince = (now: Date): string => new Date(now.getTime() - patience).toISOString()

/** Import runs, in a database. */
export const sqlRuns = ({ single, write, now }: Access): RunStore => ({
  begin: (name) =>
    write(async (tx) => {
      const at = now().toISOString()
      const row = { name, began_at: at, seen_at: at, ended_at: null, last_event: null }
      return (await tx.insertInto('import_run').values(row).returning('id').executeTakeFirstOrThrow()).id
    }, 'quietly'),
  async touch(run) {
    await single.updateTable('import_run').set({ seen_at: now().toISOString() }).where('id', '=', run).execute()
  },
  // Other servers hear of it: what waits for the end may go.
  end: (run) =>
    write(async (tx) => {
      await tx
        .updateTable('import_run')
        .set({ ended_at: now().toISOString(), last_event: await lastEvent(tx) })
        .where('id', '=', run)
        .where('ended_at', 'is', null)
        .execute()
    }),
})
