/** Which bulletins on file others replace that come in now, and which nothing replaces any longer. */
import * as z from 'zod'
import type { Bulletin } from '../../../contract/bulletin.ts'
import type { Change } from '../../../contract/changes.ts'
import type { Noted } from '../../../contract/events.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import { pagesAfter } from './pages.ts'
import { inBatches, noteChanges, rowsAtOnce } from './recording.ts'
import type { Tx } from './tables.ts'

type Noting = { at: string; who: string; document: Noted['document']; by: Noted['by'] }

const Told = z.object({ updatedOn: z.string(), supersedes: z.array(z.string()) })

/** The newer fixes by the name of what they replace, as far as they did not say so before. */
async function newlyReplaced(tx: Tx, bulletins: readonly Bulletin[]): Promise<Map<string, string[]>> {
  const told = new Map<string, z.infer<typeof Told>>()
  for (const batch of inBatches(bulletins.map(({ id }) => id))) {
    const rows = await tx.selectFrom('bulletin').selectAll().where('id', 'in', batch).execute()
    for (const { id, summary } of rows) told.set(id, Told.parse(JSON.parse(summary)))
  }
  const replaced = new Map<string, string[]>()
  for (const { id, supersedes, updatedOn } of bulletins) {
    const before = told.get(id)
    if (before !== undefined && before.updatedOn > updatedOn) continue
    for (const name of new Set(supersedes).difference(new Set(before?.supersedes))) {
      if (name !== id) replaced.set(name, [...(replaced.get(name) ?? []), id])
    }
  }
  return replaced
}

/** The bulletins on file that go by these names: by their ids, else by a number of a KB that they are about. */
async function namedOnFile(tx: Tx, names: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const batch of inBatches([...names])) {
    const rows = await tx.selectFrom('bulletin').select('id').where('id', 'in', batch).execute()
    for (const { id } of rows) found.set(id, id)
  }
  if (found.size === names.size) return found
  const others = await tx
    .selectFrom('bulletin')
    .selectAll()
    .where('id', 'not like', 'KB%')
    .where('summary', 'like', '%"kb":["%')
    .execute()
  for (const { id, summary } of others) {
    const [, numbers = ''] = /"kb":\[([^\]]*)\]/.exec(summary) ?? []
    for (const [, number = ''] of numbers.matchAll(/"(\d+)"/g)) {
      const name = `KB${number}`
      if (names.has(name) && !found.has(name)) found.set(name, id)
    }
  }
  return found
}

/** Those of the bulletins that were told to be superseded last: a later fix replaces them no more than the first one did. */
async function knownToBe(tx: Tx, bulletins: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const batch of inBatches(bulletins)) {
    const rows = await tx
      .selectFrom('bulletin_change')
      .select(['bulletin_id', 'kind'])
      .where('bulletin_id', 'in', batch)
      .where('kind', 'in', ['superseded', 'no-longer-superseded'])
      .orderBy('event_id')
      .execute()
    for (const { bulletin_id, kind } of rows)
      if (kind === 'superseded') known.add(bulletin_id)
      else known.delete(bulletin_id)
  }
  return known
}

/**
 * Writes down which bulletins on file those replace that are about to come in: before these, so that what is new comes
 * first in every list. What comes in along with its own successor is not told of.
 */
export async function noteSuperseded(tx: Tx, noting: Noting, bulletins: readonly Bulletin[]): Promise<void> {
  const replaced = await newlyReplaced(tx, bulletins)
  if (replaced.size === 0) return
  const incoming = new Set(bulletins.map(({ id }) => id))
  const newer = new Map<string, string[]>()
  for (const [name, id] of await namedOnFile(tx, new Set(replaced.keys())))
    if (!incoming.has(id)) newer.set(id, [...(newer.get(id) ?? []), ...(replaced.get(name) ?? [])])
  const known = await knownToBe(tx, [...newer.keys()])
  const changes = [...newer]
    .filter(([id]) => !known.has(id))
    .map(([id, by]): [string, Change[]] => [id, [{ kind: 'superseded', of: [...new Set(by)] }]])
  await noteChanges(tx, noting, new Map(changes))
}

/** The summaries of the bulletins with these ids, or of all on file (null), some at a time. */
async function* summariesOf(tx: Tx, ids: readonly string[] | null) {
  const select = tx.selectFrom('bulletin').select(['id', 'summary'])
  if (ids !== null) {
    for (const batch of inBatches(ids)) yield await select.where('id', 'in', batch).execute()
    return
  }
  const readAfter = (last: string) => select.where('id', '>', last).orderBy('id').limit(rowsAtOnce).execute()
  yield* pagesAfter('', readAfter, (end) => end.id)
}

/** By the name of what they replace, those of the bulletins with these ids that do; of all on file where null is given. */
async function replacing(tx: Tx, ids: readonly string[] | null): Promise<Map<string, string[]>> {
  const replaced = new Map<string, string[]>()
  for await (const rows of summariesOf(tx, ids)) {
    for (const { id, summary } of rows)
      for (const name of Told.parse(JSON.parse(summary)).supersedes)
        if (name !== id) replaced.set(name, [...(replaced.get(name) ?? []), id])
    await yieldToEventLoop()
  }
  return replaced
}

/**
 * Asked before bulletins are written that may replace less afterwards: does what writes down, once they are written, which
 * others nothing on file replaces any longer.
 */
export async function beforeReplacingLess(tx: Tx, ids: readonly string[]): Promise<(noting: Noting) => Promise<void>> {
  const before = await replacing(tx, ids)
  return async (noting) => {
    const after = before.size === 0 ? before : await replacing(tx, ids)
    const dropped = new Set([...before.keys()].filter((name) => !after.has(name)))
    if (dropped.size === 0) return
    const older = await namedOnFile(tx, dropped)
    const known = await knownToBe(tx, [...older.values()])
    if (known.size === 0) return
    const still = await namedOnFile(tx, new Set((await replacing(tx, null)).keys()))
    const isReplaced = new Set(still.values())
    const changes = [...older].flatMap(([name, id]): [string, Change[]][] =>
      known.has(id) && !isReplaced.has(id)
        ? [[id, [{ kind: 'no-longer-superseded', of: before.get(name) ?? [] }]]]
        : [],
    )
    await noteChanges(tx, noting, new Map(changes))
  }
}
