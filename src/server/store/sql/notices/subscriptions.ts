import type { Selectable } from 'kysely'
import { Subscription, SubscriptionSettings } from '../../../../contract/notices.ts'
import { freshSecret } from '../../../access/secrets.ts'
import type { KeptSubscription, SubscriptionStore } from '../../subscriptions.ts'
import { roleIn } from '../access/roles.ts'
import type { Access, Reader, Tables, Tx } from '../tables.ts'
import { sayOfNotices } from './said.ts'

type Row = Selectable<Tables['subscription']> & { person_name: string | null; role: string | null }

const Kept = Subscription.omit({ arrival: true })

/** A person is called as they are now. */
function asSubscription({
  settings,
  person_id: person,
  person_name,
  role,
  unsubscribe,
  ...row
}: Row): KeptSubscription {
  const kept = Kept.parse({
    ...(JSON.parse(settings) as object),
    ...row,
    owner: { kind: row.owner_kind, name: person_name ?? row.owner_name },
    channel: row.channel_id,
    madeBy: row.made_by,
  })
  return { ...kept, person, role: role === null ? null : roleIn({ role }), unsubscribe }
}

const rowsIn = (db: Reader) =>
  db
    .selectFrom('subscription')
    .leftJoin('person', 'person.id', 'subscription.person_id')
    .selectAll('subscription')
    .select(['person.name as person_name', 'person.role'])

async function find(db: Reader, id: number): Promise<KeptSubscription | null> {
  const row = await rowsIn(db).where('subscription.id', '=', id).executeTakeFirst()
  return row === undefined ? null : asSubscription(row)
}

/** What is kept of settings as JSON: whose it is and its channel have columns of their own. */
function contentOf(settings: SubscriptionSettings): string {
  const { owner: _owner, channel: _channel, ...content } = SubscriptionSettings.parse(settings)
  return JSON.stringify(content)
}

const stateSaid = {
  active: 'subscription-active',
  paused: 'subscription-paused',
  ended: 'subscription-ended',
} as const satisfies Record<Subscription['state'], string>

type SetState = { at: string; who: string; state: Subscription['state'] }

async function putState(tx: Tx, { id, name, owner }: KeptSubscription, { at, who, state }: SetState): Promise<void> {
  const version = await sayOfNotices(tx, { at, who, what: stateSaid[state], id, name, owner })
  await tx.updateTable('subscription').set({ version, state, by: who, at }).where('id', '=', id).execute()
}

/** Ends what a person has subscribed to who may look at nothing any more. */
export async function endSubscriptionsOf(tx: Tx, person: number, at: string, who: string): Promise<void> {
  const rows = await rowsIn(tx).where('person_id', '=', person).where('state', '!=', 'ended').execute()
  for (const row of rows) await putState(tx, asSubscription(row), { at, who, state: 'ended' })
}

/** By whom a subscription is ended whose link was followed. */
const byLink = 'link'

/** What people and teams want to be told, in a database. */
export function sqlSubscriptions({ db, write, now }: Access): SubscriptionStore {
  async function saved(tx: Tx, id: number) {
    const subscription = await find(tx, id)
    if (subscription === null) throw new Error(`subscription ${id} is not there after it was written`)
    return subscription
  }
  /** Does something to the one that a person has seen as `version`. */
  const inPlaceOf = (
    id: number,
    version: number,
    act: (tx: Tx, before: KeptSubscription) => Promise<KeptSubscription>,
  ) =>
    write(async (tx) => {
      const before = await find(tx, id)
      if (before === null) return { outcome: 'missing' as const }
      if (before.version !== version) return { outcome: 'conflict' as const, subscription: before }
      return { outcome: 'saved' as const, subscription: await act(tx, before) }
    })

  return {
    all: async () => (await rowsIn(db).orderBy('subscription.id').execute()).map(asSubscription),
    find: (id) => find(db, id),
    add: (settings, person, who, key) =>
      write(async (tx) => {
        const at = now().toISOString()
        const { name, owner, channel } = settings
        const id = await sayOfNotices(tx, { at, who, what: 'subscribed', id: null, name, owner, key })
        const before = await find(tx, id)
        if (before !== null) return before
        await tx
          .insertInto('subscription')
          .values({
            id,
            version: id,
            owner_kind: owner.kind,
            owner_name: owner.name,
            person_id: person,
            channel_id: channel,
            settings: contentOf(settings),
            state: 'active',
            by: who,
            at,
            made_by: who,
            unsubscribe: freshSecret(),
          })
          .execute()
        return saved(tx, id)
      }),
    change: (id, version, settings, who) =>
      inPlaceOf(id, version, async (tx, { owner }) => {
        const { name, channel } = settings
        const at = now().toISOString()
        const event = await sayOfNotices(tx, { at, who, what: 'subscription-changed', id, name, owner })
        await tx
          .updateTable('subscription')
          .set({ version: event, channel_id: channel, settings: contentOf(settings) })
          .where('id', '=', id)
          .execute()
        return saved(tx, id)
      }),
    remove: (id, version, who) =>
      inPlaceOf(id, version, async (tx, before) => {
        const { name, owner } = before
        await tx.deleteFrom('subscription').where('id', '=', id).execute()
        await sayOfNotices(tx, { at: now().toISOString(), who, what: 'subscription-removed', id, name, owner })
        return before
      }),
    setState: (id, state, who) =>
      write(async (tx) => {
        const before = await find(tx, id)
        if (before === null) return null
        if (before.state !== state) await putState(tx, before, { at: now().toISOString(), who, state })
        return saved(tx, id)
      }),
    async unsubscribe(secret) {
      // Anybody may send a made-up one: nobody else waits for that, and nobody is told.
      const row = await rowsIn(db).where('unsubscribe', '=', secret).executeTakeFirst()
      if (row === undefined) return null
      return write(async (tx) => {
        const before = await find(tx, row.id)
        if (before === null || before.state === 'ended') return before
        await putState(tx, before, { at: now().toISOString(), who: byLink, state: 'ended' })
        return saved(tx, before.id)
      })
    },
  }
}
