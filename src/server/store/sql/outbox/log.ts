/** What was sent, to whom, and what came back. */
import type { Selectable } from 'kysely'
import type { Notice, NoticeContent } from '../../../../contract/notices.ts'
import type { NoticeFilter, OutboxStore } from '../../outbox.ts'
import { inBatches } from '../recording.ts'
import type { Access, Reader, Tables } from '../tables.ts'
import { arrivalsSince } from './arrivals.ts'
import { noticeFigures } from './figures.ts'
import { contentIn } from './rows.ts'

type Attempts = Notice['attempts']

async function attemptsOf(db: Reader, numbers: readonly number[]): Promise<ReadonlyMap<number, Attempts>> {
  const found = new Map<number, Attempts>()
  for (const batch of inBatches(numbers)) {
    const rows = await db
      .selectFrom('notice_attempt')
      .selectAll()
      .where('notice_id', 'in', batch)
      .orderBy('notice_id')
      .orderBy('number')
      .execute()
    for (const { notice_id, at, outcome, answer } of rows) {
      const own = found.get(notice_id) ?? []
      found.set(notice_id, own)
      own.push({ at, outcome: outcome as Attempts[number]['outcome'], answer })
    }
  }
  return found
}

/** What a notice says that is not settled yet. */
const nothingYet: NoticeContent = { about: 'changes', lines: [], count: 0, bulletins: 0 }

const noticeOf = (row: Selectable<Tables['notice']>, attempts: Attempts): Notice => ({
  id: row.message,
  subscription: row.subscription_id,
  name: row.name,
  channel: row.channel_id,
  kind: row.kind,
  address: row.address,
  state: row.state,
  madeAt: row.made_at,
  sentAt: row.sent_at,
  nextAt: row.state === 'waiting' ? (row.next_at ?? row.due_at) : null,
  attempts,
  content: row.content === null ? nothingYet : contentIn(row.content),
})

const wanted = (db: Reader, { subscription, channel, isFailing, person }: NoticeFilter) =>
  db
    .selectFrom('notice')
    .$if(subscription !== undefined, (query) => query.where('subscription_id', '=', subscription ?? 0))
    .$if(channel !== undefined, (query) => query.where('channel_id', '=', channel ?? 0))
    .$if(person !== null, (query) =>
      query.where((is) => is.or([is('owner_kind', '=', 'team'), is('owner', '=', person ?? '')])),
    )
    .$if(isFailing === true, (query) =>
      query.where((is) =>
        is.or([is('state', '=', 'given-up'), is.and([is('state', '=', 'waiting'), is('failures', '>', 0)])]),
      ),
    )

/** What reads the log of notices, in a database. */
export const sqlNoticeLog = ({ db, now }: Access): Pick<OutboxStore, 'list' | 'arrivals' | 'figures'> => ({
  figures: () => noticeFigures(db, now().toISOString()),
  async list(filter, beyond, atMost) {
    const place =
      beyond === null
        ? null
        : await db.selectFrom('notice').select('id').where('message', '=', beyond).executeTakeFirst()
    if (place === undefined) return null
    const rows = await wanted(db, filter)
      .selectAll()
      .$if(place !== null, (query) => query.where('id', '<', place?.id ?? 0))
      .orderBy('id', 'desc')
      .limit(atMost)
      .execute()
    const attempts = await attemptsOf(
      db,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => noticeOf(row, attempts.get(row.id) ?? []))
  },
  arrivals: (since) => arrivalsSince(db, since),
})
