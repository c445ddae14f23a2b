/** How far tests and plans are, in sentences. */
import type { GateState } from '../contract/plan-view.ts'
import type { WeeklyContent, WeeklyPlan } from '../contract/weekly.ts'
import { plainLine } from './plain-line.ts'
import { momentInWords } from './weekly-days.ts'
import { inFigures, namedWave } from './weekly-headline.ts'
import { weeklyWords, type WeeklyMessages } from './weekly-messages.ts'

type Wording = { language: 'ja' | 'en'; t: WeeklyMessages; today: string }
type Given = Wording & { zone: string }

function gateText(gate: GateState, { t, zone, today, language }: Given): string {
  const say = t.progress.gateState
  if (gate.state === 'opens-at') return say.opensAt(momentInWords(gate.at, zone, today, language))
  if (gate.state !== 'stopped') return say[gate.state]
  const [first] = gate.stops
  if (first === undefined) return say.wave
  return first.by === 'failures' ? say.failures(String(first.percent), String(first.limit)) : say[first.by]
}

/** Below this a plan is on time, in minutes. */
const onTime = 30

function planText({ name, state, done, of, finish, gate }: WeeklyPlan, given: Given): string {
  const { t, zone, today, language } = given
  const { slipMinutes: slip, expected } = finish
  const parts = [
    t.progress.plan(name, inFigures(done), inFigures(of)),
    state === 'stopped' ? t.progress.stoppedPlan : '',
    slip === null || Math.abs(slip) < onTime
      ? ''
      : t.progress.slip(t.progress.hours(Math.max(1, Math.round(Math.abs(slip) / 60))), slip > 0),
    expected === null ? '' : t.progress.finish(momentInWords(expected, zone, today, language)),
    gate === null || gate.gateState.state === 'open'
      ? ''
      : t.progress.gate(namedWave(gate.wave, language), gateText(gate.gateState, given)),
  ]
  return `${parts.filter((part) => part !== '').join(t.comma)}${language === 'ja' ? '。' : '.'}`
}

/** One sentence of the tests, and one of each plan. */
export function progressText(
  { patched, versions, tests, plans }: WeeklyContent['progress'],
  wording: Wording,
  zone: string,
): string {
  const t = weeklyWords[wording.language]
  const sentences = [
    patched === null && versions.length === 0 ? t.progress.none : '',
    tests.of === 0 ? '' : t.progress.tests(tests.tested, tests.of, tests.failed, tests.withIssues),
    ...plans.map((plan) => planText(plan, { ...wording, zone })),
  ]
  return plainLine(sentences.filter((sentence) => sentence !== '').join(t.join), 2000)
}
