import { weekly as endpoints } from '../../contract/endpoints/weekly.ts'
import type { WeeklyIssue } from '../../contract/weekly.ts'
import { letterMarkdown } from '../../words/letter-markdown.ts'
import { weeklyLetter } from '../../words/weekly-letter.ts'
import type { RateLimits } from '../access/limits.ts'
import { nameOf } from '../access/principal.ts'
import { memoizeByVersion } from '../memoize.ts'
import { callerOf, isOwn } from '../notices/asking.ts'
import { sendTo, waitForMail } from '../notices/mail.ts'
import { sendProblem } from '../http/problem.ts'
import { prepareReply, prepareText, sendReply } from '../http/reply.ts'
import type { Store } from '../store/store.ts'
import { wordsAsked } from '../weekly/search-words.ts'
import type { Weekly } from '../weekly/weekly.ts'
import { wordingOf } from '../wording.ts'
import { refuseMails } from './channels.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { checkZone, existing } from './problems.ts'
import { publicAddress } from './public-address.ts'
import { etagOf, versionIn } from './versions.ts'

/** More than a year has. */
const maxListed = 120
/** More issues that words are found in than a reader looks through. */
const maxFound = 50
/** More entries than a feed reader would look through. */
const maxInFeed = 20

type Deps = {
  store: Store
  weekly: Weekly
  limits: RateLimits
  /** Where people reach this server; null for wherever they do. */
  origin: string | null
  now: () => Date
}

/** HotFix Weekly: its archive, its issues, and when it comes out. */
export function weeklyRoutes({ store, weekly, limits, origin, now }: Deps): Routes {
  const minute = () => Math.floor(now().getTime() / 60_000)
  const preview = memoizeByVersion(
    async () => `${await store.events.last()} ${minute()}`,
    () => weekly.preview(),
  )
  const numberOf = (issue: string) => (issue === 'latest' ? null : Number(issue))

  async function around({ number, ...issue }: WeeklyIssue) {
    const { number: newest } = await store.weekly.place()
    return {
      number,
      ...issue,
      previous: number > 1 ? number - 1 : null,
      following: number < newest ? number + 1 : null,
      delivery: await store.weekly.delivery(number),
    }
  }

  return routeGroup()
    .openapi(routeOf(endpoints.listWeekly), async (c) => {
      const { year: asked, q = '' } = c.req.valid('query')
      const words = wordsAsked(q)
      const [years, settings] = await Promise.all([store.weekly.years(), weekly.settings()])
      const year = asked ?? (words.length > 0 ? null : (years[0]?.year ?? null))
      const issues = await store.weekly.list({ year, words }, words.length > 0 ? maxFound : maxListed)
      return c.json({ year, years, issues, settings }, 200)
    })
    .openapi(routeOf(endpoints.feedWeekly), async (c) => {
      const { lang = 'ja' } = c.req.valid('query')
      const heads = await store.weekly.list({ year: null, words: [] }, maxInFeed)
      const issues = await Promise.all(heads.map(({ number }) => store.weekly.find(number)))
      const self = publicAddress(c, origin)
      const told = issues.flatMap((issue) => issue ?? [])
      const { weeklyAsAtom } = await import('../weekly/atom.ts')
      const feed = weeklyAsAtom(told, { language: lang, origin: self.origin, self: self.href })
      return sendReply(c, prepareText(feed, 'application/atom+xml; charset=utf-8'))
    })
    .openapi(routeOf(endpoints.viewWeeklySettings), async (c) => {
      const settings = await weekly.settings()
      return sendReply(c, prepareReply(settings, etagOf(settings)))
    })
    .openapi(routeOf(endpoints.setWeeklySettings), async (c) => {
      const version = versionIn(c)
      const settings = c.req.valid('json')
      checkZone(settings.zone)
      const set = await store.weekly.setSettings(version, settings, nameOf(c.get('principal')))
      const current = await weekly.settings()
      if (set !== null) return c.json(current, 200, { etag: etagOf(current) })
      const message = `the settings were changed meanwhile by ${current.setBy ?? ''}`
      return sendProblem(c, 412, { code: 'conflict', message, current })
    })
    .openapi(routeOf(endpoints.previewWeekly), async (c) => c.json(await preview(), 200))
    .openapi(routeOf(endpoints.viewWeekly), async (c) => {
      const { issue: asked } = c.req.valid('param')
      const issue = existing(await store.weekly.find(numberOf(asked)), `issue ${asked}`)
      return c.json(await around(issue), 200)
    })
    .openapi(routeOf(endpoints.tryWeekly), async (c) => {
      const { issue: asked } = c.req.valid('param')
      const issue = existing(await store.weekly.find(numberOf(asked)), `issue ${asked}`)
      const caller = await callerOf(store, c.get('principal'))
      const own = (await store.channels.all()).find(
        (channel) => channel.kind === 'email' && channel.state === 'working' && isOwn(channel, caller),
      )
      if (own === undefined)
        return sendProblem(c, 409, { code: 'conflict', message: 'you have no confirmed mail address' })
      refuseMails(await waitForMail(limits, nameOf(c.get('principal')), own.kind, own.address))
      return c.json({ id: await sendTo(store.outbox, own, { about: 'weekly', issue: String(issue.number) }) }, 200)
    })
    .openapi(routeOf(endpoints.exportWeekly), async (c) => {
      const { issue: asked } = c.req.valid('param')
      const { lang = 'ja' } = c.req.valid('query')
      const issue = existing(await store.weekly.find(numberOf(asked)), `issue ${asked}`)
      const letter = weeklyLetter(issue, wordingOf(lang))
      return sendReply(
        c,
        prepareText(letterMarkdown(letter, publicAddress(c, origin).origin), 'text/markdown; charset=utf-8'),
      )
    })
}
