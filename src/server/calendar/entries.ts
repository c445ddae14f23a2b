/** What calendars tell, in words. */
import type { Platform, PlatformId } from '../../contract/platform.ts'
import type { Text } from '../../contract/text.ts'
import { dayLength } from '../../domain/due/days.ts'
import type { CalendarFact, DueDayFact, SessionFact } from '../../domain/calendar/facts.ts'
import type { CalendarEntry } from '../../domain/calendar/ics.ts'
import type { ToldEntry } from '../../domain/calendar/told.ts'
import { countOf } from '../../domain/rollout/waves.ts'
import { calendarWords } from '../../words/calendar.ts'
import type { LineWording } from '../../words/change-line.ts'
import { waveNameBy, waveWords } from '../../words/wave-names.ts'

export type CalendarWording = LineWording & {
  platforms: ReadonlyMap<PlatformId, Platform>
  /** Where the pages are: `https://reports.example`. */
  origin: string
  /** The filter of due days, as the page of alerts has it. */
  search: string
}

/** Ids that a title has room for. */
const maxInTitle = 3

/** How long after its end a session is still told, and for how long what fell away. */
const [keptDays, cancelledDays] = [400, 60]

const formatCount = (value: number): string => value.toLocaleString('en-US')

const read = (text: Text, language: LineWording['language']): string =>
  text[language] ?? text.ja ?? text.en ?? text.other?.text ?? ''

/** `Windows 11 24H2 x64`, or the full name where that does not begin with the family. */
function platformName(id: PlatformId, { platforms, language }: CalendarWording): string {
  const platform = platforms.get(id)
  if (platform === undefined) return id
  const { family, version, variant, label } = platform
  const full = read(label, language)
  if (!full.startsWith(family)) return full
  const parts = [family, version === 'RTM' || version === '*' ? null : version, variant]
  return parts.filter((part) => part !== null).join(' ')
}

function session(fact: SessionFact, link: string, wording: CalendarWording) {
  const { language } = wording
  const t = calendarWords[language]
  const wave = waveNameBy(waveWords[language], fact.wave)
  return {
    title: t.session(wave, fact.name, t.machines(formatCount(countOf(fact.machines)))),
    text: [
      ...fact.machines.map(
        ({ platform, count }) => `${platformName(platform, wording)}: ${t.machines(formatCount(count))}`,
      ),
      t.consoles(fact.consoles),
      fact.bulletins.join(t.list),
      ...(fact.owner === null ? [] : [t.owner(fact.owner)]),
      ...(fact.ticket === null ? [] : [t.ticket(fact.ticket)]),
      link,
    ].join('\n'),
  }
}

function dueDay({ bulletins, count }: DueDayFact, link: string, { language, words }: CalendarWording) {
  const t = calendarWords[language]
  const bases: Readonly<Record<string, string>> = words.dueBasis
  const named = bulletins.slice(0, maxInTitle).map(({ id }) => id)
  const isExploited = bulletins.some(({ by }) => by === 'kev')
  const lines = bulletins.map(({ id, title, by }) => `${id} ${read(title, language)} — ${bases[by] ?? by}`)
  return {
    title: t.dueTitle(named.join(t.list), count - named.length, isExploited),
    text: [...lines, ...(count > lines.length ? [t.andMore(count - lines.length)] : []), link].join('\n'),
  }
}

function said(fact: CalendarFact, wording: CalendarWording): Pick<CalendarEntry, 'title' | 'text' | 'link'> {
  const { origin, language, search } = wording
  if (fact.kind === 'due') {
    const link = `${origin}/alerts${search}`
    return { ...dueDay(fact, link, wording), link }
  }
  const link = `${origin}/plans/${fact.plan}`
  const t = calendarWords[language]
  const { title, text } =
    fact.kind === 'session' ? session(fact, link, wording) : { title: t.window(fact.name), text: link }
  const mark = t.states[fact.state]
  return { title: mark === null ? title : t.marked(title, mark), text, link }
}

const startOf = (fact: CalendarFact): number => Date.parse(fact.kind === 'due' ? fact.on : fact.from)

function statusOf({ fact, goneAt }: ToldEntry): CalendarEntry['status'] {
  if (goneAt !== null) return 'cancelled'
  return fact.kind !== 'due' && (fact.state === 'draft' || fact.state === 'stopped') ? 'tentative' : 'confirmed'
}

/** Whether calendars still hear of an entry at a moment, in milliseconds since 1970 UTC. What is still due is told however late it is. */
function isStillTold({ fact, goneAt }: ToldEntry, now: number): boolean {
  if (goneAt !== null) return Date.parse(goneAt) > now - cancelledDays * dayLength
  return fact.kind === 'due' || Date.parse(fact.to) > now - keptDays * dayLength
}

/** What is told at a moment, in milliseconds since 1970 UTC, in the order of its days. */
export const calendarEntries = (told: readonly ToldEntry[], wording: CalendarWording, now: number): CalendarEntry[] =>
  told
    .filter((each) => isStillTold(each, now))
    .toSorted((a, b) => startOf(a.fact) - startOf(b.fact) || (a.fact.uid < b.fact.uid ? -1 : 1))
    .map((each) => {
      const { fact, sequence, modifiedAt } = each
      return {
        uid: fact.uid,
        sequence,
        modifiedAt: Date.parse(modifiedAt),
        when: fact.kind === 'due' ? { day: fact.on } : { from: Date.parse(fact.from), to: Date.parse(fact.to) },
        status: statusOf(each),
        isBusy: fact.kind === 'session',
        ...said(fact, wording),
      }
    })
