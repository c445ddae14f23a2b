import { due } from '../../contract/endpoints/due.ts'
import type { BulletinDue, DueExtension } from '../../contract/due.ts'
import { nameOf } from '../access/principal.ts'
import type { Calendars } from '../calendar/calendars.ts'
import type { DueClock } from '../due/clock.ts'
import { memoizeByVersion } from '../memoize.ts'
import { sendProblem } from '../http/problem.ts'
import { prepareReply, prepareText, sendReply, type PreparedReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { checkZone, existing, missing, refusedField } from './problems.ts'
import { publicAddress } from './public-address.ts'
import { sendCalendar } from './send-calendar.ts'
import { etagOf, versionIn } from './versions.ts'

/** Why a day cannot be moved so: it is moved to a later one that is not over. Null where it can. */
function refusalOf({ due: present, today, days }: BulletinDue, { until }: DueExtension) {
  const first = days[0]?.on ?? null
  if (present === null || first === null)
    return refusedField('until', 'this bulletin has no due day that could be moved')
  if (until <= first) return refusedField('until', `expected a day after ${first}`)
  return until < today ? refusedField('until', `${until} is over`) : null
}

/** Days that are made into JSON at a time. */
const atOnce = 1000

/** The days of all bulletins as a JSON answer: other requests are answered in between. */
async function prepareDueList({ due: days, ...told }: Awaited<ReturnType<DueClock['list']>>): Promise<PreparedReply> {
  const entries = [...days]
  const parts = [Buffer.from(`${JSON.stringify(told).slice(0, -1)},"due":{`)]
  for (let at = 0; at < entries.length; at += atOnce) {
    const json = JSON.stringify(Object.fromEntries(entries.slice(at, at + atOnce))).slice(1, -1)
    parts.push(Buffer.from(at === 0 ? json : `,${json}`))
    await yieldToEventLoop()
  }
  return prepareText(Buffer.concat([...parts, Buffer.from('}}')]), 'application/json', { isKept: true })
}

type Deps = { store: Store; clock: DueClock; calendars: Pick<Calendars, 'ofDueDays'>; origin: string | null }

/** Until when policy wants each bulletin deployed. */
export function dueRoutes({ store, clock, calendars, origin }: Deps): Routes {
  const list = memoizeByVersion(clock.version, async () => prepareDueList(await clock.list()))
  return routeGroup()
    .openapi(routeOf(due.listDue), async (c) => sendReply(c, await list()))
    .openapi(routeOf(due.viewDueCalendar), async (c) => {
      const { lang: language = 'ja', ...query } = c.req.valid('query')
      const { searchParams, origin: here } = publicAddress(c, origin)
      searchParams.delete('lang')
      const search = searchParams.size === 0 ? '' : `?${searchParams}`
      const file = await calendars.ofDueDays(c.get('principal'), query, search, { language, origin: here })
      return sendCalendar(c, file, 'due')
    })
    .openapi(routeOf(due.viewDuePolicy), async (c) => {
      const policy = await store.due.policy()
      return sendReply(c, prepareReply(policy, etagOf(policy)))
    })
    .openapi(routeOf(due.setDuePolicy), async (c) => {
      const version = versionIn(c)
      const policy = c.req.valid('json')
      checkZone(policy.zone)
      const set = await store.due.setPolicy(version, policy, nameOf(c.get('principal')))
      if (set !== null) return c.json(set, 200, { etag: etagOf(set) })
      const current = await store.due.policy()
      const message = `the policy was changed meanwhile by ${current.by ?? ''}`
      return sendProblem(c, 412, { code: 'conflict', message, current })
    })
    .openapi(routeOf(due.previewDuePolicy), async (c) => {
      const policy = c.req.valid('json')
      checkZone(policy.zone)
      return c.json(await clock.preview(policy), 200)
    })
    .openapi(routeOf(due.viewBulletinDue), async (c) => {
      const { id } = c.req.valid('param')
      existing(await store.has(id), `bulletin ${id}`)
      const told = await clock.ofBulletin(id)
      return c.json(told, 200, { etag: etagOf(told) })
    })
    .openapi(routeOf(due.extendDue), async (c) => {
      const { id } = c.req.valid('param')
      const version = versionIn(c)
      existing(await store.has(id), `bulletin ${id}`)
      const extension = c.req.valid('json')
      const present = await clock.ofBulletin(id)
      const refused = refusalOf(present, extension)
      if (refused !== null) return sendProblem(c, 400, refused)
      const change = {
        ...extension,
        version,
        first: present.days[0]?.on ?? extension.until,
        knew: await clock.knewOf(id),
      }
      const { outcome } = await store.due.extend(id, change, nameOf(c.get('principal')))
      if (outcome === 'missing') throw missing(`bulletin ${id}`)
      const told = await clock.ofBulletin(id)
      if (outcome === 'saved') return c.json(told, 200, { etag: etagOf(told) })
      const message = `changed meanwhile by ${told.exception?.by ?? ''}`
      return sendProblem(c, 412, { code: 'conflict', message, current: told })
    })
    .openapi(routeOf(due.endDueException), async (c) => {
      const { id } = c.req.valid('param')
      existing(await store.has(id), `bulletin ${id}`)
      existing(await store.due.endException(id, nameOf(c.get('principal'))), `exception of ${id}`)
      const told = await clock.ofBulletin(id)
      return c.json(told, 200, { etag: etagOf(told) })
    })
}
