/** Calendar files, made when they are asked for. */
import type { CalendarPart, FeedLanguage, PrivateFeed } from '../../contract/private-feeds.ts'
import type { KeptPlan } from '../../contract/plans.ts'
import type { BulletinQuery, Summary } from '../../contract/summary.ts'
import { mayLeave } from '../../domain/bulletin/tlp.ts'
import { sequenceAt } from '../../domain/calendar/draft.ts'
import { dueEntries } from '../../domain/calendar/due.ts'
import type { CalendarFact } from '../../domain/calendar/facts.ts'
import { asCalendar } from '../../domain/calendar/ics.ts'
import { planEntries } from '../../domain/calendar/plan.ts'
import type { ToldEntry } from '../../domain/calendar/told.ts'
import { filteredBulletins } from '../../domain/filter/apply.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { byId } from '../../domain/table/by-id.ts'
import { calendarWords } from '../../words/calendar.ts'
import type { Principal } from '../access/principal.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Plans } from '../plans/plans.ts'
import type { Store } from '../store/store.ts'
import { wordingOf } from '../wording.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'
import { calendarEntries, type CalendarWording } from './entries.ts'

type Deps = { store: Store; catalogue: Catalogue; plans: Plans; now: () => Date }

type Wanted = { language: FeedLanguage; origin: string }

/** After how many minutes a calendar may look again. */
const refreshMinutes = 60

export function calendarsOf({ store, catalogue, plans, now }: Deps) {
  async function wordingFor({ language, origin }: Wanted, search = ''): Promise<CalendarWording> {
    const { tree } = await catalogue.index()
    return {
      ...wordingOf(language),
      origin,
      search,
      platforms: byId(tree),
    }
  }

  const toldOfPlan = async (plan: KeptPlan): Promise<ToldEntry[]> =>
    store.calendars.tell({ plan: plan.id }, planEntries(plan, await plans.schedule(plan)))

  async function dueOf(principal: Principal | null, query: BulletinQuery): Promise<Summary[]> {
    const columns = await catalogue.columnsFor(principal, query)
    return filteredBulletins(columns, filterOf(query), 'due')
  }

  const parts: Record<CalendarFact['kind'], CalendarPart> = { due: 'due', window: 'windows', session: 'sessions' }

  return {
    /** What a private address gives its person. */
    async ofFeed(
      feed: PrivateFeed,
      principal: Principal | null,
      query: BulletinQuery,
      origin: string,
    ): Promise<string> {
      const told: ToldEntry[] = []
      if (feed.parts.includes('due')) {
        const due = (await dueOf(principal, query)).filter(({ tlp }) => mayLeave(tlp))
        for (const each of await store.calendars.tell({ feed: feed.id }, dueEntries(`feed-${feed.id}`, due)))
          told.push(each)
      }
      if (feed.parts.some((part) => part !== 'due'))
        for (const plan of await store.plans.list()) {
          for (const each of await toldOfPlan(plan)) told.push(each)
          await yieldToEventLoop()
        }
      const wanted = told.filter(({ fact }) => feed.parts.includes(parts[fact.kind]))
      const wording = await wordingFor({ language: feed.language, origin }, feed.search)
      const entries = calendarEntries(wanted, wording, now().getTime())
      return asCalendar({ name: feed.name, entries, refreshMinutes })
    },
    /** The sessions and windows of a plan, as a file. */
    async ofPlan(plan: KeptPlan, wanted: Wanted): Promise<string> {
      const entries = calendarEntries(await toldOfPlan(plan), await wordingFor(wanted), now().getTime())
      return asCalendar({ name: calendarWords[wanted.language].plan(plan.name), entries })
    },
    /** The due days that a query finds, as a file. Nothing is kept of it: whatever is saved later counts as later. */
    async ofDueDays(
      principal: Principal | null,
      query: BulletinQuery,
      search: string,
      wanted: Wanted,
    ): Promise<string> {
      const at = now()
      const modifiedAt = at.toISOString()
      const told = dueEntries('list', await dueOf(principal, query)).map((fact): ToldEntry => ({
        fact,
        sequence: sequenceAt(at.getTime()),
        modifiedAt,
        goneAt: null,
      }))
      const entries = calendarEntries(told, await wordingFor(wanted, search), at.getTime())
      return asCalendar({ name: calendarWords[wanted.language].due, entries })
    },
  }
}

export type Calendars = ReturnType<typeof calendarsOf>
