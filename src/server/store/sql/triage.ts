import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import type { Selectable } from 'kysely'
import { type Triaged, TriageState } from '../../../contract/triage.ts'
import { Handover } from '../../../contract/mentions.ts'
import { mentionsIn } from '../../../domain/board/mentions.ts'
import { defaultState } from '../../../domain/triage/triage.ts'
import { yieldToEventLoop } from '../../yield-to-event-loop.ts'
import type { KeptHandover, TriageStore } from '../triage.ts'
import { address, mentioned, nameableBy, type Address } from './board/addressed.ts'
import { lastOf } from './events.ts'
import { inBatches, record } from './recording.ts'
import type { Access, Reader, Tables, Tx } from './tables.ts'

const HandedOver = z.object({ to: z.object({ assignee: z.nullable(z.string()) }), handover: Handover })

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

type Changed = { id: string; from: TriageState; to: TriageState; handover?: Handover }

/** Whom a change of a state is addressed to: who has the bulletin now, and who had it. */
function addressesOf(event: number, { from, to, handover }: Changed): Address[] {
  const [before, after] = [from.assignee, to.assignee]
  const isGiven = after !== before || handover !== undefined
  return [
    ...(after === null ? [] : [{ event, name: after, reason: isGiven ? ('assigned' as const) : ('triaged' as const) }]),
    ...(before === null || before === after ? [] : [{ event, name: before, reason: 'triaged' as const }]),
    ...mentioned(event, handover?.mentions ?? []),
  ]
}

/** Writes states, each with its event; gives them as they are on file. */
async function put(tx: Tx, at: string, who: string, changed: readonly Changed[]): Promise<Triaged[]> {
  const versions = await record(
    tx,
    at,
    changed.map(({ id, ...detail }) => ({ who, topic: 'triage', what: 'set', bulletin: id, detail })),
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
  await address(
    tx,
    who,
    changed.flatMap((change) => addressesOf(versions.get(change.id) ?? 0, change)),
  )
  return rows.map(asTriaged)
}

/** The last hand-over of each bulletin in which something was said. */
async function handovers(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, KeptHandover>> {
  const last = new Map<string, KeptHandover>()
  for (const batch of inBatches(ids)) {
    const rows = await db
      .selectFrom('talk')
      .innerJoin('event', 'event.id', 'talk.event_id')
      .select(['talk.bulletin_id as bulletin', 'at', 'event.actor as who', 'detail'])
      .where('talk.kind', '=', 'handover')
      .where('talk.bulletin_id', 'in', batch)
      .orderBy('talk.event_id')
      .execute()
    for (const { bulletin, at, who, detail } of rows) {
      const { to, handover } = HandedOver.parse(JSON.parse(detail ?? 'null'))
      last.set(bulletin, { who, at, to: to.assignee, ...handover })
    }
  }
  return last
}

/** Whether a triage in the log names this assignee. */
async function wasAssigned(db: Reader, name: string): Promise<boolean> {
  const given = JSON.stringify({ assignee: name }).slice(1, -1)
  const event = await db
    .selectFrom('event')
    .select('id')
    .where('topic', '=', 'triage')
    .where((is) => is(is.fn<string>('replace', ['detail', is.val(given), is.val('')]), '!=', is.ref('detail')))
    .limit(1)
    .executeTakeFirst()
  return event !== undefined
}

/** How far the team is, in a database. */
export const sqlTriage = ({ db, write, now }: Access): TriageStore => ({
  async since(version) {
    const rows = await db.selectFrom('triage').selectAll().where('version', '>', version).orderBy('version').execute()
    return rows.map(asTriaged)
  },
  find: async (id) => (await read(db, [id])).get(id) ?? null,
  of: async (ids) => [...(await read(db, ids)).values()],
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
      const changed = pairs
        .map(({ before, change }) => ({ id: change.id, from: stateOf(before), to: stateOf(change) }))
        .filter(({ from, to }) => !isDeepStrictEqual(from, to))
      const made = await put(tx, now().toISOString(), who, changed)
      const saved = new Map([...known, ...made.map((state) => [state.id, state] as const)])
      return { outcome: 'saved', states: changes.flatMap(({ id }) => saved.get(id) ?? []) }
    }),
  handOver: (bulletin, version, { to: assignee, text }, who) =>
    write(async (tx) => {
      const before = (await read(tx, [bulletin])).get(bulletin)
      if (before === undefined) return { outcome: 'missing', ids: [bulletin] }
      if (before.version !== version) return { outcome: 'conflict', states: [before] }
      const from = stateOf(before)
      const nameable = await nameableBy(tx, who)
      const named = mentionsIn(`@${assignee}`, nameable).filter(({ name }) => name === assignee)
      const others = mentionsIn(text, nameable).filter(({ name }) => name !== assignee)
      const change = {
        id: bulletin,
        from,
        to: { ...from, assignee },
        handover: { text, mentions: [...named, ...others] },
      }
      const states = await put(tx, now().toISOString(), who, [change])
      await tx
        .insertInto('talk')
        .values(states.map((state) => ({ ...saidIn(state, who), kind: 'handover' as const, reply_to: null })))
        .execute()
      return { outcome: 'saved', states }
    }),
  wasAssigned: (name) => wasAssigned(db, name),
  handovers: (ids) => handovers(db, ids),
  version: () => lastOf(db, ['triage']),
})

/** That a state has come with something that was said. */
const saidIn = ({ id, version }: Triaged, actor: string) => ({ event_id: version, bulletin_id: id, actor })
