import { sql, type Selectable } from 'kysely'
import * as z from 'zod'
import { weeklyKinds, WeeklyContent, WeeklySettings, type WeeklyHead } from '../../../contract/weekly.ts'
import type { noticeStates } from '../../../contract/notices.ts'
import { dayIn } from '../../../domain/due/days.ts'
import { deliveryKey, type SetWeekly, type WeeklyPlace, type WeeklyStore } from '../weekly.ts'
import { entriesOf } from './change-entries.ts'
import { pagesAfter } from './pages.ts'
import { lastSaid, writeDown } from './recording.ts'
import type { Access, Reader, Tables } from './tables.ts'

/** Who has made an issue, in the log. */
const maker = 'HotFix Weekly'

/** Events whose changes are read at a time. */
const atOnce = 200

const Skipped = z.object({ to: z.string() })
const Kind = z.enum(weeklyKinds)

/** The settings are what the last event says that set them. */
async function settingsIn(db: Reader): Promise<SetWeekly | null> {
  const set = await lastSaid(db, 'weekly', 'settings-set')
  return set && { version: set.version, setBy: set.by, setAt: set.at, ...WeeklySettings.parse(set.detail) }
}

async function placeIn(db: Reader): Promise<WeeklyPlace> {
  const [issue, skipped] = await Promise.all([
    db
      .selectFrom('weekly_issue')
      .select(['number', 'to_at', 'last_event'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst(),
    lastSaid(db, 'weekly', 'skipped'),
  ])
  const leftOut = skipped === null ? '' : Skipped.parse(skipped.detail).to
  const to = issue?.to_at ?? null
  const handled = leftOut > (to ?? '') ? leftOut : to
  return { number: issue?.number ?? 0, to, last: issue?.last_event ?? 0, handled }
}

type Row = Selectable<Tables['weekly_issue']>

const issueIn = ({ number, kind, from_at, to_at, made_at, content }: Row) => ({
  number,
  kind: Kind.parse(kind),
  from: from_at,
  to: to_at,
  madeAt: made_at,
  content: WeeklyContent.parse(JSON.parse(content)),
})

function headIn(row: Row): WeeklyHead {
  const { content, ...issue } = issueIn(row)
  const { zone, headline, isEmpty, machines } = content
  const on = dayIn(zone)(issue.to)
  return { ...issue, on, zone, headline, isEmpty, machines }
}

/** A pattern for what contains a word; `!` is before its characters that have a meaning in a pattern. */
const containing = (word: string) => `%${word.replaceAll(/[!%_]/g, '!$&')}%`

/** Changes after an event and up to another one, those of an event together. */
async function* changesBetween(db: Reader, since: number, last: number) {
  const changes = db.selectFrom('bulletin_change').distinct()
  const events = changes.select('event_id').where('event_id', '<=', last).orderBy('event_id').limit(atOnce)
  const places = changes
    .select(['event_id as event', 'bulletin_id as bulletin'])
    .orderBy('event_id')
    .orderBy('bulletin_id')
  const readAfter = (event: number) => places.where('event_id', 'in', events.where('event_id', '>', event)).execute()
  for await (const page of pagesAfter(since, readAfter, (end) => end.event))
    // One event of the fleet may be about any number of bulletins.
    for (let at = 0; at < page.length; at += atOnce) yield await entriesOf(db, page.slice(at, at + atOnce))
}

/** HotFix Weekly, in a database. */
export const sqlWeekly = ({ db, write, now }: Access): WeeklyStore => ({
  settings: () => settingsIn(db),
  setSettings: (version, settings, who) =>
    write(async (tx) => {
      if (((await settingsIn(tx))?.version ?? 0) !== version) return null
      const at = now().toISOString()
      await writeDown(tx, { at, who, topic: 'weekly', what: 'settings-set', detail: settings })
      return settingsIn(tx)
    }),
  place: () => placeIn(db),
  async logBegins() {
    const row = await db.selectFrom('event').select('at').orderBy('id').limit(1).executeTakeFirst()
    return row === undefined ? null : new Date(row.at).toISOString()
  },
  async eventBefore(moment) {
    const { next, last } = await db
      .selectFrom('event')
      .select([
        sql<number | null>`min(case when at >= ${moment} then id end)`.as('next'),
        sql<number | null>`max(id)`.as('last'),
      ])
      .executeTakeFirstOrThrow()
    return next === null ? (last ?? 0) : next - 1
  },
  changes: (since, last) => changesBetween(db, since, last),
  keep: (after, { kind, from, to, since, last, year, content, words }) =>
    write(async (tx) => {
      const place = await placeIn(tx)
      if (place.number !== after || to <= (place.handled ?? '')) return null
      const at = now().toISOString()
      const number = after + 1
      await tx
        .insertInto('weekly_issue')
        .values({
          number,
          kind,
          from_at: from,
          to_at: to,
          since_event: since,
          last_event: last,
          made_at: at,
          year,
          content: JSON.stringify(content),
          words,
        })
        .execute()
      await writeDown(tx, { at, who: maker, topic: 'weekly', what: 'made', detail: { issue: number } })
      return number
    }),
  skip: (after, moment) =>
    write(async (tx) => {
      const place = await placeIn(tx)
      if (place.number !== after || moment <= (place.handled ?? '')) return
      const at = now().toISOString()
      await writeDown(tx, { at, who: maker, topic: 'weekly', what: 'skipped', detail: { to: moment } })
    }),
  async find(number) {
    const row = await db
      .selectFrom('weekly_issue')
      .selectAll()
      .$if(number !== null, (query) => query.where('number', '=', number ?? 0))
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row === undefined ? null : issueIn(row)
  },
  async list({ year, words }, atMost) {
    const rows = await db
      .selectFrom('weekly_issue')
      .selectAll()
      .$if(year !== null, (query) => query.where('year', '=', year ?? ''))
      .where((is) => is.and(words.map((word) => sql<boolean>`words like ${containing(word)} escape '!'`)))
      .orderBy('number', 'desc')
      .limit(atMost)
      .execute()
    return rows.map(headIn)
  },
  async delivery(number) {
    const rows = await db
      .selectFrom('notice')
      .select(['state', sql<number>`cast(count(*) as integer)`.as('count')])
      .where('once', 'like', deliveryKey(number, '%'))
      .groupBy('state')
      .execute()
    const of = (state: (typeof noticeStates)[number]) => rows.find((row) => row.state === state)?.count ?? 0
    return { sent: of('sent'), waiting: of('waiting'), givenUp: of('given-up') }
  },
  years: () =>
    db
      .selectFrom('weekly_issue')
      .select(['year', sql<number>`cast(count(*) as integer)`.as('count')])
      .groupBy('year')
      .orderBy('year', 'desc')
      .execute(),
})
