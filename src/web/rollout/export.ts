/** The plan in the forms in which it leaves the page. */
import { draftKey, sequenceAt } from '../../domain/calendar/draft.ts'
import type { CalendarEntry } from '../../domain/calendar/ics.ts'
import { plannedSessions } from '../../domain/calendar/sessions.ts'
import type { Answer } from '../../domain/rollout/answer.ts'
import type { RolloutInputs } from '../../domain/rollout/inputs.ts'
import { countOf, type Machines } from '../../domain/rollout/waves.ts'
import { formatDay, formatList, formatNumber } from '../i18n/format.ts'
import type { Language } from '../i18n/language.tsx'
import type { Moments } from '../i18n/moments.ts'
import type { RolloutMessages } from './messages.ts'
import { freezePhrase, windowPhrase } from '../i18n/windows.ts'

export type ExportWords = {
  t: RolloutMessages
  language: Language
  moments: Moments
  namesOf: (machines: readonly Machines[]) => string
}

/** All that the plan was computed from, in a line. */
export function conditionsOf(
  inputs: RolloutInputs,
  { fixes, fleet, waves }: Answer,
  { t, language, namesOf }: ExportWords,
) {
  const machines = fleet.map((each) => `${namesOf([each])} ${t.count(formatNumber(each.count))}`)
  const freezes = [
    ...inputs.freezes.map((freeze) => freezePhrase(freeze, language)),
    ...(inputs.holidays ? [t.holidays] : []),
  ]
  const isRestarted = fixes.some(({ mayRestart }) => mayRestart)
  const isAssumed = fixes.some(({ curve }) => curve.published.length === 0)
  const minutes = (label: string, value: number) => `${label} ${value} ${t.unit.minutes}`
  return [
    inputs.bulletins.join(', '),
    formatList(machines, language),
    t.consolesN(inputs.consoles),
    ...(isRestarted ? [minutes(t.restart, inputs.restartMinutes)] : []),
    ...(inputs.failurePercent > 0 ? [`${t.failure} ${inputs.failurePercent}%`] : []),
    ...(isAssumed ? [t.assumedFigures(inputs.setupMinutes, inputs.secondsPerMachine)] : []),
    `${formatList(
      inputs.windows.map((window) => windowPhrase(window, language)),
      language,
    )} ${inputs.zone}`,
    minutes(t.margin, inputs.marginMinutes),
    `${t.startsOn} ${formatDay(inputs.startsOn, language)}`,
    ...(freezes.length > 0 ? [`${t.freezes} ${formatList(freezes, language)}`] : []),
    `${t.pilot} ${inputs.pilotPercent}%`,
    ...waves.filter(({ number }) => number > 0).map((wave) => `${t.wave(wave.number)} ${namesOf(wave.machines)}`),
    ...(inputs.soakHours > 0 ? [`${t.soak} ${inputs.soakHours} ${t.unit.hours}`] : []),
    ...(inputs.calibration === null
      ? []
      : [t.correctedBy(inputs.calibration.runs, inputs.calibration.median.toFixed(2), isAssumed)]),
  ]
    .filter((condition) => condition !== '')
    .join('; ')
}

/** The plan as a table: one row a session, moments with their offset. */
export const planRows = ({ plan }: Answer, { t, moments, namesOf }: ExportWords) => ({
  head: [t.waveHead, t.startHead, t.endHead, t.minutesHead, t.machinesHead, t.consolesHead, t.targetHead],
  rows: plan.segments.map(({ wave, from, to, machines, consoles }) => [
    t.wave(wave),
    moments.iso(from),
    moments.iso(to),
    Math.round((to - from) / 60_000),
    countOf(machines),
    consoles,
    namesOf(machines),
  ]),
})

/** The sessions of a draft, as a calendar has them. `savedAt`: in milliseconds since 1970 UTC; what is saved later counts as later. */
export function draftEntries(
  { plan }: Answer,
  inputs: RolloutInputs,
  { link, savedAt }: { link: string; savedAt: number },
  { t, namesOf }: ExportWords,
): CalendarEntry[] {
  return plannedSessions(draftKey(inputs), plan.segments).map(({ uid, wave, from, to, machines, consoles }) => {
    const count = t.count(formatNumber(countOf(machines)))
    return {
      uid,
      sequence: sequenceAt(savedAt),
      modifiedAt: savedAt,
      when: { from, to },
      title: t.event(t.wave(wave), `${inputs.bulletins.join(', ')} ${count}`),
      text: [`${namesOf(machines)}: ${count}`, t.consolesN(consoles), link].join('\n'),
      link,
      status: 'tentative',
      isBusy: true,
    }
  })
}
