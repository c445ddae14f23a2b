/** Whether a due day is met, in a glyph and in words. */
import type { PlanDue } from '../../../contract/plan-view.ts'
import { formatNumber } from '../../i18n/format.ts'
import { endOfDay } from '../curve/curves.ts'
import type { PlansMessages } from '../messages.ts'
import type { PlanWording } from '../wording.ts'

type Tone = 'good' | 'bad' | 'mixed' | 'unknown'
export type DueWords = { tone: Tone; glyph: string; text: string }

const glyphs: Record<Tone, string> = { good: '✓', bad: '✕', mixed: '!', unknown: '?' }

type Said = { t: PlansMessages['due']; words: Pick<PlanWording, 'at' | 'length' | 'zone' | 'language'>; now: string }

const slackWords = (minutes: number, { t, words }: Said) =>
  minutes < 0 ? t.late(words.length(minutes)) : t.slack(words.length(minutes))

/** Less than that is not much, in minutes. */
const littleSlack = 24 * 60

function toneOf({ done, of, slackMinutes, slackIfClosedMinutes }: PlanDue, isOver: boolean): Tone {
  if (done >= of) return slackMinutes !== null && slackMinutes < 0 ? 'bad' : 'good'
  if (isOver || (slackMinutes !== null && slackMinutes < 0)) return 'bad'
  if (slackMinutes === null) return 'unknown'
  return slackIfClosedMinutes !== null && slackIfClosedMinutes < littleSlack ? 'mixed' : 'good'
}

function textOf(due: PlanDue, over: number, said: Said): string {
  const { on, done, of, finish, slackMinutes, slackIfClosedMinutes } = due
  const { t, words } = said
  if (done >= of) return finish === null ? t.doneAtSomeTime : t.done(words.at(finish))
  const left = formatNumber(of - done)
  const isJapanese = words.language === 'ja'
  if (on !== null && over > 0) {
    const expected = slackMinutes === null ? t.unknown : t.expected(slackWords(slackMinutes, said))
    return [t.overdue(left, words.length(over)), expected].join(isJapanese ? '。' : '; ')
  }
  if (slackMinutes === null) return [t.left(left), t.unknown].join(isJapanese ? '。' : '; ')
  if (slackIfClosedMinutes === null) return slackWords(slackMinutes, said)
  return t.ifOpened(slackWords(slackMinutes, said), slackWords(slackIfClosedMinutes, said))
}

/** A due day of a plan against what is done and what is to be expected. */
export function dueWords(due: PlanDue, said: Said): DueWords {
  const over = due.on === null ? 0 : (Date.parse(said.now) - endOfDay(due.on, said.words.zone)) / 60_000
  const tone = toneOf(due, over > 0)
  return { tone, glyph: glyphs[tone], text: textOf(due, over, said) }
}
