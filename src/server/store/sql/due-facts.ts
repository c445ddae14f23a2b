/** What was ever known of each bulletin that decides its due day: kept with it, since documents say only what holds now. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { dueFactsOf, stillKnown, withEarlier, type KnownFacts } from '../../../domain/due/facts.ts'
import { pagesAfter } from './pages.ts'
import { rowsAtOnce } from './recording.ts'
import type { Reader, Tx } from './tables.ts'

/** What a bulletin is now: as its documents alone say it, and with the catalogue of exploited vulnerabilities. */
type Now = { said: Bulletin; whole: Bulletin }

/**
 * Since when what is new in a bulletin counts: its first version since its publication, a later one since the day that
 * its document names or, where that is no later one, since the moment at which it came.
 */
export const knownSince = (before: Bulletin | null, now: Bulletin, at: string): string =>
  before === null ? now.publishedOn : now.updatedOn > before.updatedOn ? now.updatedOn : at

/** The facts of one bulletin; null where none are kept, since it ships with the product. */
async function readFacts(db: Reader, id: string): Promise<KnownFacts | null> {
  const row = await db.selectFrom('due_facts').select('facts').where('bulletin_id', '=', id).executeTakeFirst()
  return row === undefined ? null : (JSON.parse(row.facts) as KnownFacts)
}

/** The facts of every bulletin, page by page: there may be thousands. */
export async function allFacts(db: Reader): Promise<Map<string, KnownFacts>> {
  const facts = new Map<string, KnownFacts>()
  const rows = db.selectFrom('due_facts').selectAll().orderBy('bulletin_id').limit(rowsAtOnce)
  const readAfter = (last: string) => rows.where('bulletin_id', '>', last).execute()
  for await (const page of pagesAfter('', readAfter, (end) => end.bulletin_id))
    for (const row of page) facts.set(row.bulletin_id, JSON.parse(row.facts) as KnownFacts)
  return facts
}

type Keeping = Now & {
  /** What it was before; null where it is new. */
  before: Bulletin | null
  at: string
  /** Whether it reads otherwise since something was taken out again: what only that said was never known. */
  isUndone: boolean
  /** Whether it ships with the product: such bulletins have no due day. */
  isShipped: boolean
}

/** Keeps what is known of a bulletin now beside what was known before. */
export async function keepFacts(
  tx: Tx,
  id: string,
  { before, at, isUndone, isShipped, ...now }: Keeping,
): Promise<void> {
  if (isShipped) return
  const known = before === null ? [] : await readFacts(tx, id)
  // A bulletin that ships has none, whatever is brought in of it.
  if (known === null) return
  const fresh = dueFactsOf(now.said, now.whole, knownSince(before, now.said, at))
  const facts = JSON.stringify(isUndone ? stillKnown(known, fresh) : withEarlier(known, fresh))
  await tx
    .insertInto('due_facts')
    .values({ bulletin_id: id, facts })
    .onConflict((conflict) => conflict.column('bulletin_id').doUpdateSet({ facts }))
    .execute()
}
