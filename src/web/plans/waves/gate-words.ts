/** The gate of a wave in words: what holds, what does not, and since when or from when it is open. */
import type { GateState, PlanView, PlanWaveView, StopReason } from '../../../contract/plan-view.ts'
import { comma, formatNumber } from '../../i18n/format.ts'
import { readText } from '../../i18n/local-text.tsx'
import { shortDay } from '../../i18n/days.ts'
import type { PlanWording } from '../wording.ts'
import type { WaveMessages } from './messages.ts'

/** How a gate is shown: glyph and word in a tone, and the rest of what is known. */
export type GateWords = { glyph: string; word: string; tone: 'good' | 'warm' | 'hot' | 'plain'; text: string }

type Said = { t: WaveMessages; words: PlanWording; view: Pick<PlanView, 'plan' | 'now' | 'ifClosed' | 'finish'> }

/** A share with one digit where it has one: `95%`, `94.7%`. */
export const shownPercent = (percent: number): string => `${Number(percent.toFixed(1))}%`

const between = ({ words }: { words: Pick<PlanWording, 'language'> }) => comma(words.language)
const dash = ({ words }: Said) => (words.language === 'ja' ? ' ― ' : ' — ')

/** How far the waves are that it waits for, with what failed and what was waited for. */
function facts({ awaited, gate, key }: PlanWaveView, said: Said): string {
  const { t, words } = said
  const isSeveral = awaited.length > 1
  const each = awaited.map(({ wave, donePercent, neededPercent, attempts }) => {
    const share = shownPercent(donePercent)
    const parts = [
      donePercent < neededPercent ? t.gate.doneWanted(share, shownPercent(neededPercent)) : t.gate.done(share),
      ...(attempts.percent === null ? [] : [failureWords(attempts.percent, gate.failurePercent, said)]),
    ]
    return `${isSeveral && wave !== key ? `${words.waveName(wave)} ` : ''}${parts.join(between(said))}`
  })
  return each.join(words.language === 'ja' ? '。' : '; ')
}

const failureWords = (percent: number, limit: number | null, { t }: Said) =>
  limit !== null && percent > limit
    ? t.gate.failuresOver(shownPercent(percent), shownPercent(limit))
    : t.gate.failures(shownPercent(percent))

/** The words that reasons take, which the row of a plan has too. */
type Reasons = { t: WaveMessages; words: Pick<PlanWording, 'language' | 'at' | 'waveName'> }

/** Why a gate is stopped, with figure and limit. */
export function stopWords(stop: StopReason, said: Reasons): string {
  const { t, words } = said
  if (stop.by === 'failures') {
    const of = t.gate.failuresOf(formatNumber(stop.failed), formatNumber(stop.tried))
    const where = words.language === 'ja' ? `${words.waveName(stop.wave)} ${of}` : `${of}, ${words.waveName(stop.wave)}`
    return `${t.gate.failuresOver(shownPercent(stop.percent), shownPercent(stop.limit))}: ${where}`
  }
  if (stop.by === 'hold') {
    const hold = t.gate.hold(stop.reason, shortDay(stop.until, stop.until, words.language))
    return stop.machines === null ? `${hold}${between(said)}${t.gate.holdUnclear}` : hold
  }
  if (stop.by === 'new-issue')
    return t.gate.issues(`${stop.bulletin} ${readText(stop.title, words.language).value} (${words.at(stop.at)})`)
  return t.gate.before(words.waveName(stop.wave))
}

type Waits = Extract<GateState, { state: 'waits' }>['waits']

/** What is still to be done before it opens. */
export function waitWords(waits: Waits, { t, words }: Reasons): string {
  return waits
    .map(({ wave, machines, donePercent, neededPercent }) =>
      [
        t.gate.waitsFor(formatNumber(machines), words.waveName(wave)),
        t.gate.doneWanted(shownPercent(donePercent), shownPercent(neededPercent)),
      ].join(words.language === 'ja' ? '。' : ': '),
    )
    .join(words.language === 'ja' ? '、' : '; ')
}

/** Until when a person can open it without a loss, and what follows where nobody does. */
function costOf({ key }: PlanWaveView, { t, words, view: { ifClosed, finish } }: Said): string[] {
  if (ifClosed?.wave !== key) return []
  if (ifClosed.openBy !== null && finish.expected !== null)
    return [t.gate.openBy(words.at(ifClosed.openBy), words.at(finish.expected))]
  return ifClosed.finish === null ? [] : [t.gate.ifClosed(words.at(ifClosed.finish))]
}

const lineOf = (parts: readonly string[], said: Said) => parts.filter((part) => part !== '').join(dash(said))

/** The gate of a wave as a line. */
export function gateWords(wave: PlanWaveView, said: Said): GateWords {
  const { t, words, view } = said
  const { gateState: gate } = wave
  switch (gate.state) {
    case 'open':
      return {
        glyph: '✓',
        word: t.gate.open,
        tone: 'good',
        text:
          gate.since === null
            ? t.gate.waitsForNone
            : lineOf([facts(wave, said), t.gate.since(words.at(gate.since))], said),
      }
    case 'opened-by-hand': {
      const reasons = [
        ...(gate.waits.length > 0 ? [waitWords(gate.waits, said)] : []),
        ...gate.stops.map((stop) => stopWords(stop, said)),
      ]
      const before = reasons.join(between(said)) || facts(wave, said)
      return {
        glyph: '!',
        word: t.gate.byHand,
        tone: 'warm',
        text: lineOf([before, t.gate.sinceByHand(gate.by, words.at(gate.at), gate.why)], said),
      }
    }
    case 'opens-at': {
      const left = Math.max(0, (Date.parse(gate.at) - Date.parse(view.now)) / 60_000)
      const at = words.at(gate.at)
      const opens = wave.gate.soakHours > 0 ? t.gate.atSoak(wave.gate.soakHours, at) : t.gate.at(at)
      return {
        glyph: '○',
        word: t.gate.opensAt,
        tone: 'good',
        text: lineOf([facts(wave, said), opens, t.gate.inTime(words.length(left))], said),
      }
    }
    case 'waits': {
      const n = gate.waits.reduce((sum, { machines }) => sum + machines, 0)
      return {
        glyph: '○',
        word: n > 0 ? t.gate.waits(formatNumber(n)) : t.gate.waitsAny,
        tone: 'plain',
        text: lineOf([waitWords(gate.waits, said), ...costOf(wave, said)], said),
      }
    }
    case 'stopped':
      return {
        glyph: '✕',
        word: t.gate.stopped,
        tone: 'hot',
        text: lineOf(
          [gate.stops.map((stop) => stopWords(stop, said)).join(between(said)), ...costOf(wave, said)],
          said,
        ),
      }
  }
}
