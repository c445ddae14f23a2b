import type { Selectable } from 'kysely'
import * as z from 'zod'
import { Channel } from '../../../../contract/notices.ts'
import type { ChannelStore, KeptChannel } from '../../channels.ts'
import type { Access, Reader, Tables, Tx } from '../tables.ts'
import { sayOfNotices } from './said.ts'

const Kept = z.object({ ...Channel.shape, person: z.nullable(z.int()) })

type Row = Selectable<Tables['channel']> & { person_name: string | null }

/** A person is called as they are now. */
const asChannel = ({ owner_kind, owner_name, person_id, person_name, ...row }: Row): KeptChannel =>
  Kept.parse({ ...row, owner: { kind: owner_kind, name: person_name ?? owner_name }, person: person_id })

const rowsIn = (db: Reader) =>
  db
    .selectFrom('channel')
    .leftJoin('person', 'person.id', 'channel.person_id')
    .selectAll('channel')
    .select('person.name as person_name')

async function find(db: Reader, id: number): Promise<KeptChannel | null> {
  const row = await rowsIn(db).where('channel.id', '=', id).executeTakeFirst()
  return row === undefined ? null : asChannel(row)
}

/** By whom a channel is confirmed whose link was followed. */
const byLink = 'link'

/** Where notices go, in a database. */
export function sqlChannels({ db, write, now }: Access): ChannelStore {
  type State = { state: string; why: string | null; confirmation: string | null; confirm_before: string | null }

  async function set(tx: Tx, channel: KeptChannel, state: State, who: string, what: Parameters<typeof said>[3]) {
    const at = now().toISOString()
    await tx
      .updateTable('channel')
      .set({ ...state, by: who, at })
      .where('id', '=', channel.id)
      .execute()
    await said(tx, channel, who, what)
    return { ...channel, ...Channel.pick({ state: true, why: true }).parse(state), by: who, at }
  }
  const said = (
    tx: Tx,
    { id, name, owner }: KeptChannel,
    who: string,
    what: 'channel-confirmed' | 'channel-stopped' | 'channel-resumed' | 'channel-removed',
  ) => sayOfNotices(tx, { at: now().toISOString(), who, what, id, name, owner })

  const stop = (tx: Tx, channel: KeptChannel, why: string, who: string) =>
    set(tx, channel, { state: 'stopped', why, confirmation: null, confirm_before: null }, who, 'channel-stopped')

  return {
    all: async () => (await rowsIn(db).orderBy('channel.id').execute()).map(asChannel),
    find: (id) => find(db, id),
    async target(id) {
      const row = await db
        .selectFrom('channel')
        .select(['target', 'secret', 'confirmation'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : { address: row.target, secret: row.secret, confirmation: row.confirmation }
    },
    add: ({ kind, owner, person, name, shown, target, secret, language, confirmation }, who) =>
      write(async (tx) => {
        const at = now().toISOString()
        const id = await sayOfNotices(tx, { at, who, what: 'channel-added', id: null, name, owner })
        const state = confirmation === null ? ('working' as const) : ('unconfirmed' as const)
        const common = { id, kind, name, address: shown, language, state, why: null, by: who, at }
        await tx
          .insertInto('channel')
          .values({
            ...common,
            owner_kind: owner.kind,
            owner_name: owner.name,
            person_id: person,
            target,
            secret,
            confirmation: confirmation?.secret ?? null,
            confirm_before: confirmation?.before ?? null,
          })
          .execute()
        return { ...common, owner, person }
      }),
    remove: (id, who) =>
      write(async (tx) => {
        const channel = await find(tx, id)
        if (channel === null) return 'missing'
        const used = await tx
          .selectFrom('subscription')
          .select('id')
          .where('channel_id', '=', id)
          .limit(1)
          .executeTakeFirst()
        if (used !== undefined) return 'in-use'
        await tx.deleteFrom('channel').where('id', '=', id).execute()
        await said(tx, channel, who, 'channel-removed')
        return 'done'
      }),
    stop: (id, why, who) =>
      write(async (tx) => {
        const channel = await find(tx, id)
        return channel === null || channel.state === 'stopped' ? null : stop(tx, channel, why, who)
      }),
    resume: (id, confirmation, who) =>
      write(async (tx) => {
        const channel = await find(tx, id)
        if (channel === null) return null
        const state = {
          state: confirmation === null ? 'working' : 'unconfirmed',
          why: null,
          confirmation: confirmation?.secret ?? null,
          confirm_before: confirmation?.before ?? null,
        }
        return set(tx, channel, state, who, 'channel-resumed')
      }),
    async confirm(secret) {
      const asked = (reader: Reader) =>
        rowsIn(reader)
          .where('confirmation', '=', secret)
          .where('confirm_before', '>', now().toISOString())
          .executeTakeFirst()
      // Anybody may send a made-up one: nobody else waits for that, and nobody is told.
      if ((await asked(db)) === undefined) return null
      return write(async (tx) => {
        const row = await asked(tx)
        if (row === undefined) return null
        const state = { state: 'working', why: null, confirmation: null, confirm_before: null }
        return set(tx, asChannel(row), state, byLink, 'channel-confirmed')
      })
    },
    bounced: (target, why, who) =>
      write(async (tx) => {
        const rows = await rowsIn(tx)
          .where('channel.kind', '=', 'email')
          .where(({ eb, fn }) => eb(fn<string>('lower', ['target']), '=', target.toLowerCase()))
          .where('state', '!=', 'stopped')
          .execute()
        const stopped: KeptChannel[] = []
        for (const row of rows) stopped.push(await stop(tx, asChannel(row), why, who))
        return stopped
      }),
  }
}
