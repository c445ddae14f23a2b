/** The plan in the forms in which it leaves the page. */
import type { Answer } from '../../domain/rollout/answer.ts'
import type { RolloutInputs } from '../../domain/rollout/inputs.ts'
import { countOf, type Machines } from '../../domain/rollout/waves.ts'
import { formatDay, formatList, formatNumber } from '../i18n/format.ts'
import type { Language } from '../i18n/language.tsx'
import type { Moments } from '../i18n/moments.ts'
import type { RolloutMessages } from './messages.ts'
import type { Appointment } from './calendar.ts'
import { freezePhrase, windowPhrase } from './phrases.ts'

export type Wording = {
  r: RolloutMessages
  language: Language
  moments: Moments
  namesOf: (machines: readonly Machines[]) => string
}

/** All that the plan was computed from, in a line. */
export function conditionsOf(
  inputs: RolloutInputs,
  { fixes, fleet, waves }: Answer,
  { r, language, namesOf }: Wording,
) {
  const machines = fleet.map((each) => `${namesOf([each])} ${r.count(formatNumber(each.count))}`)
  const freezes = [
    ...inputs.freezes.map((freeze) => freezePhrase(freeze, language)),
    ...(inputs.holidays ? [r.holidays] : []),
  ]
  const isRestarted = fixes.some(({ mayRestart }) => mayRestart)
  const isAssumed = fixes.some(({ curve }) => curve.published.length === 0)
  const minutes = (label: string, value: number) => `${label} ${value} ${r.unit.minutes}`
  return [
    inputs.bulletins.join(', '),
    formatList(machines, language),
    r.consolesN(inputs.consoles),
    ...(isRestarted ? [minutes(r.restart, inputs.restartMinutes)] : []),
    ...(inputs.failurePercent > 0 ? [`${r.failure} ${inputs.failurePercent}%`] : []),
    ...(isAssumed ? [r.assumedFigures(inputs.setupMinutes, inputs.secondsPerMachine)] : []),
    `${formatList(
      inputs.windows.map((window) => windowPhrase(window, r, language)),
      language,
    )} ${inputs.zone}`,
    minutes(r.margin, inputs.marginMinutes),
    `${r.startsOn} ${formatDay(inputs.startsOn, language)}`,
    ...(freezes.length > 0 ? [`${r.freezes} ${formatList(freezes, language)}`] : []),
    `${r.pilot} ${inputs.pilotPercent}%`,
    ...waves.filter(({ number }) => number > 0).map((wave) => `${r.wave(wave.number)} ${namesOf(wave.machines)}`),
    ...(inputs.soakHours > 0 ? [`${r.soak} ${inputs.soakHours} ${r.unit.hours}`] : []),
    ...(inputs.calibration === null
      ? []
      : [r.correctedBy(inputs.calibration.runs, inputs.calibration.median.toFixed(2), isAssumed)]),
  ].join('; ')
}

/** The plan as a table: one row a session, moments with their offset. */
export const planRows = ({ plan }: Answer, { r, moments, namesOf }: Wording) => ({
  head: [r.waveHead, r.startHead, r.endHead, r.minutesHead, r.machinesHead, r.consolesHead, r.targetHead],
  rows: plan.segments.map(({ wave, from, to, machines, consoles }) => [
    r.wave(wave),
    moments.iso(from),
    moments.iso(to),
    Math.round((to - from) / 60_000),
    countOf(machines),
    consoles,
    namesOf(machines),
  ]),
})

/**
 * The plan as appointments, one a session. Another version of the same plan (bulletins, first day, zone) has the same
 * appointments at other times.
 */
export function appointmentsOf(
  { plan }: Answer,
  inputs: RolloutInputs,
  link: string,
  { r, namesOf }: Wording,
): Appointment[] {
  const planId = [inputs.bulletins.join('+'), inputs.startsOn, inputs.zone.replaceAll('/', '-')].join('.')
  const parts = new Map<number, number>()
  return plan.segments.map(({ wave, from, to, machines, consoles }) => {
    const part = (parts.get(wave) ?? 0) + 1
    parts.set(wave, part)
    const count = r.count(formatNumber(countOf(machines)))
    return {
      uid: `${planId}.wave-${wave}.${part}@hotfix-report`,
      from,
      to,
      title: r.event(r.wave(wave), `${inputs.bulletins.join(', ')} ${count}`),
      text: [`${namesOf(machines)}: ${count}`, r.consolesN(consoles), link].join('\n'),
    }
  })
}
