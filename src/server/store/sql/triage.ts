import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import { type Triaged, TriageState } from '../../../contract/triage.ts'
import { defaultState } from '../../../domain/triage/triage.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { TriageStore } from '../triage.ts'
import { lastOf } from './events.ts'
import { inBatches, record } from './recording.ts'
import type { Access, Reader, Tables } from './tables.ts'

const asTriaged = ({ bulletin_id: id, version, at, by, state }: Selectable<Tables['triage']>): Triaged => ({
  id,
  version,
  at,
  by,
  ...TriageState.parse(JSON.parse(state)),
})

const stateOf = ({ status, assignee, note, reason, reviewOn }: TriageState): TriageState => ({
  status,
  assignee,
  note,
  reason,
  reviewOn,
})

/** The states of bulletins by id, those included that nobody has touched; a bulletin that is not there is absent. */
async function read(tx: Reader, ids: readonly string[]): Promise<Map<string, Triaged>> {
  const states = new Map<string, Triaged>()
  for (const batch of inBatches(ids)) {
    const there = await tx.selectFrom('bulletin').select('id').where('id', 'in', batch).execute()
    for (const { id } of there) states.set(id, { id, version: 0, at: null, by: null, ...defaultState })
    const rows = await tx.selectFrom('triage').selectAll().where('bulletin_id', 'in', batch).execute()
    for (const row of rows) states.set(row.bulletin_id, asTriaged(row))
    await yieldToEventLoop()
  }
  return states
}

/** How far the team is, in a database. */
export const sqlTriage = ({ db, write, now }: Access): TriageStore => ({
  async since(version) {
    const rows = await db.selectFrom('triage').selectAll().where('version', '>', version).orderBy('version').execute()
    return rows.map(asTriaged)
  },
  find: async (id) => (await read(db, [id])).get(id) ?? null,
  set: (changes, who) =>
    write(async (tx) => {
      const known = await read(
        tx,
        changes.map(({ id }) => id),
      )
      const missing = changes.filter(({ id }) => !known.has(id))
      if (missing.length > 0) return { outcome: 'missing', ids: missing.map(({ id }) => id) }
      const pairs = changes.flatMap((change) => {
        const before = known.get(change.id)
        return before === undefined ? [] : [{ before, change }]
      })
      const lost = pairs.filter(({ before, change }) => before.version !== change.version)
      if (lost.length > 0) return { outcome: 'conflict', states: lost.map(({ before }) => before) }

      const at = now().toISOString()
      const changed = pairs
        .map(({ before, change }) => ({ id: change.id, from: stateOf(before), to: stateOf(change) }))
        .filter(({ from, to }) => !isDeepStrictEqual(from, to))
      const versions = await record(
        tx,
        at,
        changed.map(({ id, from, to }) => ({ who, topic: 'triage', what: 'set', bulletin: id, detail: { from, to } })),
      )
      const rows = changed.map(({ id, to }) => ({
        bulletin_id: id,
        version: versions.get(id) ?? 0,
        at,
        by: who,
        state: JSON.stringify(to),
      }))
      for (const batch of inBatches(rows)) {
        await tx
          .insertInto('triage')
          .values(batch)
          .onConflict((conflict) =>
            conflict.column('bulletin_id').doUpdateSet((excluded) => ({
              version: excluded.ref('excluded.version'),
              at: excluded.ref('excluded.at'),
              by: excluded.ref('excluded.by'),
              state: excluded.ref('excluded.state'),
            })),
          )
          .execute()
        await yieldToEventLoop()
      }
      const saved = new Map([...known, ...rows.map((row) => [row.bulletin_id, asTriaged(row)] as const)])
      return { outcome: 'saved', states: changes.flatMap(({ id }) => saved.get(id) ?? []) }
    }),
  version: () => lastOf(db, ['triage']),
})
