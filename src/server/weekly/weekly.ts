/** Makes the issues of HotFix Weekly, each from what is on file when it comes due, and never again. */
import type { KeptWeeklySettings, WeeklyIssue, WeeklySettings } from '../../contract/weekly.ts'
import { weeklyContent } from '../../domain/weekly/content.ts'
import { dueOccurrence, firstFrom, nextOccurrence } from '../../domain/weekly/span.ts'
import { dayIn } from '../../domain/due/days.ts'
import type { SetWeekly, WeeklyPlace, WeeklySpan } from '../store/weekly.ts'
import { weeklyFacts, type WeeklyReaders } from './facts.ts'
import { searchedWords } from './search-words.ts'

/**
 * Wednesday morning: Patch Tuesday is over everywhere, and so is its night in Japan. The zone is that in which due days are
 * counted, so that one product has one clock: it is that of the server until an admin says otherwise.
 */
const defaultTime = { on: 3, at: '08:00', skipsEmpty: false } as const satisfies Omit<WeeklySettings, 'zone'>

const later = (a: string, b: string | null): string => (b !== null && b > a ? b : a)

export function weeklyOf(readers: WeeklyReaders) {
  const { store, now } = readers

  async function settingsNow(): Promise<SetWeekly> {
    const set = await store.weekly.settings()
    if (set !== null) return set
    const { zone } = await store.due.policy()
    return { version: 0, setBy: null, setAt: null, ...defaultTime, zone }
  }

  /** What comes after the last issue; the first begins a week before it comes out. */
  async function spanUpTo(to: string, { to: lastTo, last }: WeeklyPlace): Promise<WeeklySpan> {
    const from = lastTo ?? firstFrom(to)
    const since = lastTo === null ? await store.weekly.eventBefore(from) : last
    return { from, to, since, last: Math.max(since, await store.weekly.eventBefore(to)) }
  }

  const contentOf = async (span: WeeklySpan, zone: string) => weeklyContent(await weeklyFacts(readers, span, zone))

  return {
    async settings(): Promise<KeptWeeklySettings> {
      const settings = await settingsNow()
      return { ...settings, next: nextOccurrence(settings, now().toISOString()).at }
    },
    /** The next issue as it would be now. Nothing is kept. */
    async preview(): Promise<WeeklyIssue> {
      const [settings, place] = await Promise.all([settingsNow(), store.weekly.place()])
      const at = now().toISOString()
      const { kind, at: to } = nextOccurrence(settings, later(at, place.to))
      const { from, since, last } = await spanUpTo(to, place)
      const content = await contentOf({ from, to, since, last }, settings.zone)
      return { number: place.number + 1, kind, from, to, madeAt: at, content }
    },
    /**
     * Makes the issue that has come due, if one has, and gives its number. Of several servers one keeps it, and the others
     * give null. Settings that were just set make none of a time that was over by then.
     */
    async makeDue(): Promise<number | null> {
      const [settings, place, begins] = await Promise.all([
        settingsNow(),
        store.weekly.place(),
        store.weekly.logBegins(),
      ])
      if (begins === null) return null
      const after = later(place.handled ?? begins, settings.setAt)
      const due = dueOccurrence(settings, after, now().toISOString())
      if (due === null) return null
      const span = await spanUpTo(due.at, place)
      const content = await contentOf(span, settings.zone)
      if (content.isEmpty && settings.skipsEmpty) {
        await store.weekly.skip(place.number, due.at)
        return null
      }
      const made = { number: place.number + 1, kind: due.kind, from: span.from, to: span.to, content }
      const words = searchedWords({ ...made, madeAt: now().toISOString() })
      const year = dayIn(settings.zone)(due.at).slice(0, 4)
      return store.weekly.keep(place.number, { ...span, kind: due.kind, year, content, words })
    },
  }
}

export type Weekly = ReturnType<typeof weeklyOf>
