import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { KeptPlan, type NewPlan, type PlanWave } from '../../../contract/plans.ts'
import { PlanEvent } from '../../../domain/plans/events.ts'
import { replayed, withEvent } from '../../../domain/plans/replay.ts'
import type { RunOfWave } from '../../../domain/plans/runs.ts'
import { isChangeable, nextStates } from '../../../domain/plans/states.ts'
import { IdempotencyKeyReused } from '../idempotency-key-reused.ts'
import type { PlanOutcome, PlanStore } from '../plans.ts'
import { currentFleet } from './fleet.ts'
import { bulletinExists } from './bulletin-exists.ts'
import { appendAnyOnce, eventUnder, record } from './recording.ts'
import type { Access, Reader, Tx } from './tables.ts'

type Said<E = PlanEvent> = E extends PlanEvent ? Pick<E, 'what' | 'detail'> : never

async function find(db: Reader, id: number): Promise<KeptPlan | null> {
  const row = await db.selectFrom('plan').select('content').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : KeptPlan.parse(JSON.parse(row.content))
}

async function list(db: Reader): Promise<KeptPlan[]> {
  const rows = await db.selectFrom('plan').select('content').execute()
  return rows.map(({ content }) => KeptPlan.parse(JSON.parse(content))).toSorted((a, b) => b.version - a.version)
}

async function eventsOf(db: Reader, id: number): Promise<PlanEvent[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('plan_event', 'plan_event.event_id', 'event.id')
    .select(['event.id', 'event.at', 'event.actor as who', 'event.action as what', 'event.detail'])
    .where('plan_event.plan_id', '=', id)
    .orderBy('event.id')
    .execute()
  return rows.map(({ detail, ...row }) => {
    const read: unknown = JSON.parse(detail ?? 'null')
    return PlanEvent.parse({ ...row, detail: read })
  })
}

/** Puts the present state of a plan in place, and its last event into the index. */
async function put(tx: Tx, plan: KeptPlan, event: number): Promise<KeptPlan> {
  const content = JSON.stringify(plan)
  await tx
    .insertInto('plan')
    .values({ id: plan.id, content })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ content }))
    .execute()
  await tx.insertInto('plan_event').values({ event_id: event, plan_id: plan.id }).execute()
  return plan
}

type Author = { who: string; at: string; key?: string | undefined }

/** Writes an event, and what the plan is after it; once where it has a key. */
async function append(tx: Tx, plan: KeptPlan, said: Said, { who, at, key }: Author): Promise<KeptPlan> {
  const { what, detail } = said
  const id = await appendAnyOnce(tx, at, { who, topic: 'plans', what, bulletin: null, detail, key })
  const isOnFile = await tx.selectFrom('plan_event').select('event_id').where('event_id', '=', id).executeTakeFirst()
  if (isOnFile !== undefined) return plan
  const event = PlanEvent.parse({ id, at, who, what, detail })
  return event.what === 'created' ? plan : put(tx, withEvent(plan, event), id)
}

/**
 * The plan that its author has kept under the same key before; null where they have not.
 *
 * @throws IdempotencyKeyReused where they have sent something else
 */
async function keptBefore(tx: Tx, sent: NewPlan, who: string, key: string | undefined): Promise<KeptPlan | null> {
  if (key === undefined) return null
  const made = await eventUnder(tx, who, key)
  if (made === undefined) return null
  const event =
    made.topic === 'plans' && made.action === 'created' ? (JSON.parse(made.detail ?? '{}') as NewPlan) : null
  const isSame =
    event !== null &&
    (['name', 'owner', 'ticket', 'inputs'] as const).every((field) => event[field] === sent[field]) &&
    (sent.waves === undefined || isDeepStrictEqual(event.waves, sent.waves))
  if (!isSame) throw new IdempotencyKeyReused(key)
  return find(tx, made.id)
}

/** Notes measured runs, those of bulletins that are on file. */
async function recordRuns(tx: Tx, at: string, who: string, runs: readonly RunOfWave[]): Promise<void> {
  for (const { bulletin, measurement: detail } of runs)
    if (await bulletinExists(tx, bulletin))
      await record(tx, at, [{ who, topic: 'rollouts', what: 'measured', bulletin, detail }])
}

/** Kept plans, in a database. */
export const sqlPlans = ({ db, write, now }: Access): PlanStore => {
  /** One more event of a plan, in place of the version that its author has seen, where it can follow. */
  const follow = (
    id: number,
    version: number | null,
    canFollow: (plan: KeptPlan) => boolean,
    said: Said,
    author: { who: string; key?: string | undefined },
    also?: (tx: Tx, at: string) => Promise<void>,
  ): Promise<PlanOutcome> =>
    write(async (tx) => {
      const plan = await find(tx, id)
      if (plan === null) return { outcome: 'missing' }
      if (version !== null && plan.version !== version) return { outcome: 'conflict', plan }
      if (!canFollow(plan)) return { outcome: 'not-possible', plan }
      const at = now().toISOString()
      await also?.(tx, at)
      return { outcome: 'saved', plan: await append(tx, plan, said, { ...author, at }) }
    })
  const hasWave = ({ waves }: KeptPlan, wave: string) => waves.some(({ key }) => key === wave)

  return {
    list: () => list(db),
    find: (id) => find(db, id),
    events: (id) => eventsOf(db, id),
    keep: (sent, ready: readonly PlanWave[], who, key) =>
      write(async (tx) => {
        const before = await keptBefore(tx, sent, who, key)
        if (before !== null) return before
        const { name, owner, ticket, inputs, waves = [...ready] } = sent
        const { lines: fleet } = await currentFleet(tx)
        const [what, at] = ['created', now().toISOString()] as const
        const detail = { name, owner, ticket, inputs, waves, fleet }
        const id = await appendAnyOnce(tx, at, { who, topic: 'plans', what, bulletin: null, detail, key })
        const plan = replayed([{ id, at, who, what, detail }])
        if (plan === null) throw new Error(`plan ${id} was kept, and is not there`)
        return put(tx, plan, id)
      }),
    change: (id, version, edit, who) =>
      follow(
        id,
        version,
        ({ state }) => isChangeable(state),
        { what: 'changed', detail: { plan: id, ...edit } },
        { who },
      ),
    setState: (id, version, { state, why, runs = [] }, who) =>
      follow(
        id,
        version,
        (plan) => nextStates(plan.state).includes(state),
        { what: 'state-set', detail: { plan: id, state, why } },
        { who },
        (tx, at) => recordRuns(tx, at, who, runs),
      ),
    setGate: (id, version, { wave, isOpen, why, waits, stops }, who) =>
      follow(
        id,
        version,
        (plan) => hasWave(plan, wave) && isChangeable(plan.state),
        isOpen
          ? { what: 'gate-opened', detail: { plan: id, wave, why, waits: [...waits], stops: [...stops] } }
          : { what: 'gate-closed', detail: { plan: id, wave, why } },
        { who },
      ),
    noteKeptGate: ({ plan, wave, name, sign }) =>
      write(async (tx) => {
        const detail = { plan, wave, name }
        const key = createHash('sha256')
          .update(JSON.stringify([plan, wave, sign]))
          .digest('hex')
        const said = { who: '', topic: 'plans', what: 'gate-waiting', bulletin: null, detail, key } as const
        const made = await tx
          .selectFrom('event')
          .select('id')
          .where('actor', '=', '')
          .where('key', '=', key)
          .executeTakeFirst()
        if (made === undefined) await appendAnyOnce(tx, now().toISOString(), said)
      }),
    count: (id, count, who, key) =>
      follow(
        id,
        null,
        (plan) => hasWave(plan, count.wave),
        { what: 'counted', detail: { plan: id, ...count } },
        { who, key },
      ),
  }
}
