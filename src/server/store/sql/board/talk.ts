/** All that people have said, the newest first. */
import * as z from 'zod'
import type { BoardEntry, BoardView } from '../../../../contract/board.ts'
import { BulletinEvent } from '../../../../contract/events.ts'
import { Text } from '../../../../contract/text.ts'
import { excerpt } from '../../../../domain/board/excerpt.ts'
import type { BoardStore, Reading } from '../../board.ts'
import { keyOf } from '../filters.ts'
import { presentOf } from '../present-platforms.ts'
import type { Access, Reader, Tables } from '../tables.ts'

const Titled = z.object({ title: Text })

/** The titles of bulletins, by id. */
export async function titlesOf(db: Reader, bulletins: Iterable<string>): Promise<ReadonlyMap<string, Text>> {
  const ids = [...new Set(bulletins)]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('bulletin').select(['id', 'summary']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, summary }) => [id, Titled.parse(JSON.parse(summary)).title]))
}

type Kind = Tables['talk']['kind']
type Row = { kind: Kind; reply_to: number | null; event: BulletinEvent }

/** The rows of a view before an event; nobody has nothing of their own. */
async function rowsOf(
  db: Reader,
  view: BoardView,
  of: Reading | null,
  before: number | null,
  atMost: number,
): Promise<Row[]> {
  const owner = of === null ? '' : keyOf(of.owner)
  const rows = await db
    .selectFrom('talk')
    .innerJoin('event', 'event.id', 'talk.event_id')
    .select(['id', 'at', 'event.actor as who', 'topic', 'action as what', 'event.bulletin_id as bulletin', 'detail'])
    .select(['talk.kind', 'talk.reply_to'])
    .$if(before !== null, (query) => query.where('talk.event_id', '<', before ?? 0))
    .$if(view === 'mine', (query) => query.where('talk.actor', '=', of?.name ?? ''))
    .$if(view === 'field', (query) => query.where('talk.kind', '=', 'field-report'))
    .$if(view === 'mentions', (query) =>
      query.where('talk.event_id', 'in', (addressed) =>
        addressed
          .selectFrom('addressed')
          .select('event_id')
          .where('owner', '=', owner)
          .where('reason', '!=', 'triaged'),
      ),
    )
    .$if(view === 'watched', (query) =>
      query.where('talk.bulletin_id', 'in', (watch) =>
        watch.selectFrom('watch').select('watch.bulletin_id').where('owner', '=', owner),
      ),
    )
    .orderBy('talk.event_id', 'desc')
    .limit(atMost)
    .execute()
  return rows.map(({ kind, reply_to, detail, ...event }) => ({
    kind,
    reply_to,
    event: BulletinEvent.parse({ ...event, detail: JSON.parse(detail ?? 'null') as unknown }),
  }))
}

/** What is answered, by number. */
async function answeredBy(db: Reader, rows: readonly Row[]): Promise<ReadonlyMap<number, BoardEntry['replyTo']>> {
  const ids = rows.flatMap(({ reply_to }) => reply_to ?? [])
  if (ids.length === 0) return new Map()
  const parents = await db.selectFrom('event').select(['id', 'actor', 'detail']).where('id', 'in', ids).execute()
  return new Map(
    parents.map(({ id, actor: who, detail }) => {
      const { text } = z.object({ text: z.nullable(z.string()) }).parse(JSON.parse(detail ?? 'null'))
      return [id, { id, who, text: text === null ? null : excerpt(text) }]
    }),
  )
}

/** The numbers of the field reports among these that were taken back. */
async function takenBack(db: Reader, rows: readonly Row[]): Promise<ReadonlySet<number>> {
  const about = rows.filter(({ kind }) => kind === 'field-report').map(({ event }) => event.bulletin)
  if (about.length === 0) return new Set()
  const found = await db
    .selectFrom('event')
    .select('detail')
    .where('topic', '=', 'field-reports')
    .where('action', '=', 'taken-back')
    .where('bulletin_id', 'in', about)
    .execute()
  return new Set(found.map(({ detail }) => z.object({ of: z.int() }).parse(JSON.parse(detail ?? 'null')).of))
}

/** What an event says, as the board tells it. */
function saidIn(event: BulletinEvent, isTakenBack: boolean): Pick<BoardEntry, 'text' | 'mentions' | 'report' | 'to'> {
  if (event.topic === 'discussion' && event.what === 'said')
    return { text: event.detail.text, mentions: event.detail.mentions ?? [] }
  if (event.topic === 'triage') {
    const { to, handover } = event.detail
    return { text: handover?.text ?? '', mentions: handover?.mentions ?? [], to: to.assignee }
  }
  if (event.topic !== 'field-reports' || event.what === 'taken-back' || isTakenBack) return { text: null, mentions: [] }
  const { id, at, who: by, bulletin, what: outcome, detail } = event
  return { text: detail.text, mentions: [], report: { id, at, by, bulletin, outcome, ...detail } }
}

/** All talk, in a database. */
export const sqlTalk = ({ db }: Access): Pick<BoardStore, 'talk'> => ({
  async talk(view, of, before, atMost) {
    const rows = await rowsOf(db, view, of, before, atMost)
    const [titles, answered, back, present] = await Promise.all([
      titlesOf(
        db,
        rows.map(({ event }) => event.bulletin),
      ),
      answeredBy(db, rows),
      takenBack(db, rows),
      presentOf(
        db,
        rows.flatMap(({ event }) =>
          event.topic === 'field-reports' && 'platform' in event.detail ? (event.detail.platform ?? []) : [],
        ),
      ),
    ])
    return rows.map(({ kind, reply_to, event }): BoardEntry => {
      const { id, at, who, bulletin } = event
      const { report, ...said } = saidIn(event, back.has(id))
      const platform = report?.platform ?? null
      return {
        id,
        at,
        who,
        bulletin,
        title: titles.get(bulletin) ?? { en: bulletin },
        what: kind,
        replyTo: answered.get(reply_to ?? 0) ?? null,
        ...said,
        ...(report !== undefined && { report: { ...report, platform: platform && present(platform) } }),
      }
    })
  },
})
