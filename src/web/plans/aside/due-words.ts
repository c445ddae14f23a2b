/** Whether a due day is met, in a glyph and in words. */
import type { PlanDue, PlanView } from '../../../contract/plan-view.ts'
import { formatNumber } from '../../i18n/format.ts'
import { endOfDay } from '../curve/curves.ts'
import type { PlansMessages } from '../messages.ts'
import type { PlanWording } from '../wording.ts'

type Tone = 'good' | 'bad' | 'mixed' | 'unknown'
export type DueWords = { tone: Tone; glyph: string; text: string }

const glyphs: Record<Tone, string> = { good: '✓', bad: '✕', mixed: '!', unknown: '?' }

type Said = { t: PlansMessages['due']; words: Pick<PlanWording, 'at' | 'length' | 'zone' | 'language'>; now: string }

/** When the last of the machines of a due day is planned to be done, of a plan that has not begun; null where that is not known. */
export function plannedEnd({ plan, waves }: Pick<PlanView, 'plan' | 'waves'>, { platforms }: PlanDue): string | null {
  if (plan.startedAt !== null) return null
  const theirs = waves.filter(({ machines }) =>
    machines.some(({ platform, count }) => count > 0 && platforms.includes(platform)),
  )
  const lasts = theirs.flatMap(({ planned }) => planned.last ?? [])
  return lasts.length < theirs.length ? null : (lasts.toSorted().at(-1) ?? null)
}

/** The minutes from the planned end to the end of the due day; null where one of both is not known. */
const plannedSlack = (on: string | null, planned: string | null, { words }: Said) =>
  on === null || planned === null ? null : (endOfDay(on, words.zone) - Date.parse(planned)) / 60_000

const minutesOfDay = 24 * 60

/**
 * How many minutes are left until the end of the due day, in words, or below 0 how late it is: over a day that is told in
 * days as everywhere, a day begun counting whole.
 */
export const slackLength = (slack: number, { words }: { words: Pick<PlanWording, 'length'> }): string =>
  words.length(slack < -minutesOfDay ? Math.ceil(-slack / minutesOfDay) * minutesOfDay : Math.abs(slack))

const slackWords = (slack: number, said: Said) =>
  slack < 0 ? said.t.late(slackLength(slack, said)) : said.t.slack(slackLength(slack, said))

/** Less than that is not much, in minutes. */
const littleSlack = minutesOfDay

function toneOf({ done, of, slackMinutes, slackIfClosedMinutes }: PlanDue, isOver: boolean): Tone {
  if (done >= of) return slackMinutes !== null && slackMinutes < 0 ? 'bad' : 'good'
  if (isOver || (slackMinutes !== null && slackMinutes < 0)) return 'bad'
  if (slackMinutes === null) return 'unknown'
  return slackIfClosedMinutes !== null && slackIfClosedMinutes < littleSlack ? 'mixed' : 'good'
}

/** What there is to say where nothing is to be expected yet: what the plan says. */
function plannedWords(due: PlanDue, planned: string | null, said: Said): string {
  const { t, words } = said
  const slack = plannedSlack(due.on, planned, said)
  if (planned === null) return t.unknown
  if (slack === null) return t.plannedAt(words.at(planned))
  return slack < 0 ? t.plannedLate(slackLength(slack, said)) : t.plannedSlack(slackLength(slack, said))
}

function textOf(due: PlanDue, over: number, planned: string | null, said: Said): string {
  const { on, done, of, finish, slackMinutes, slackIfClosedMinutes } = due
  const { t, words } = said
  if (done >= of) return finish === null ? t.doneAtSomeTime : t.done(words.at(finish))
  const left = formatNumber(of - done)
  const isJapanese = words.language === 'ja'
  if (on !== null && over > 0) {
    const expected =
      slackMinutes === null ? plannedWords(due, planned, said) : t.expected(slackWords(slackMinutes, said))
    return [t.overdue(left, slackLength(-over, said)), expected].join(isJapanese ? '。' : '; ')
  }
  if (slackMinutes === null) {
    const expected = plannedWords(due, planned, said)
    return on !== null && planned !== null ? expected : [t.left(left), expected].join(isJapanese ? '。' : '; ')
  }
  if (slackIfClosedMinutes === null) return slackWords(slackMinutes, said)
  return t.ifOpened(slackWords(slackMinutes, said), slackWords(slackIfClosedMinutes, said))
}

/** A due day of a plan against what is done and what is to be expected, or `planned`, the end by plan of one that has not begun. */
export function dueWords(due: PlanDue, planned: string | null, said: Said): DueWords {
  const over = due.on === null ? 0 : (Date.parse(said.now) - endOfDay(due.on, said.words.zone)) / 60_000
  const slackMinutes = due.slackMinutes ?? plannedSlack(due.on, planned, said)
  const tone = toneOf({ ...due, slackMinutes }, over > 0)
  return { tone, glyph: glyphs[tone], text: textOf(due, over, planned, said) }
}
