/** The due day of a bulletin: the earliest that any rule gives, moved by nobody but a person. */
import type { Due, DueDecision, DuePolicy } from '../../contract/due.ts'
import type { Environment } from '../../contract/words.ts'
import { bodDays, type SsvcAnswer } from './bod-days.ts'
import type { BodRow } from './decision-table.ts'
import { daysBetween } from './days.ts'
import type { KnownFacts } from './facts.ts'
import { inOrderOfDay, type RuleDay } from './rule-days.ts'
import { kevDays, tableDays } from './table-days.ts'
import type { Timed } from './timed.ts'

/** What is known of a bulletin and of the machines that it is for. */
export type DueInput = {
  facts: KnownFacts
  /** Of the machines that it is to be installed on; none where no source says. */
  environments: readonly Environment[]
  exposed: Timed
}

/**
 * By what is decided. `dayOf`: the day of a moment in the zone of the policy. `assessed`: by CVE, what catalogues answer
 * of what BOD 26-04 asks.
 */
export type DueRules = {
  policy: DuePolicy
  table: readonly BodRow[]
  assessed: ReadonlyMap<string, SsvcAnswer>
  dayOf: (moment: string) => string
}

export type DecidedDays = {
  /** The earliest first, those without a day last; none where nothing is known. */
  days: RuleDay[]
  /** Of BOD 26-04. */
  decisions: DueDecision[]
}

/** Every day that the rules of a policy give. */
export function ruleDays(input: DueInput, { policy, table, assessed, dayOf }: DueRules): DecidedDays {
  const { facts, environments } = input
  const listed = kevDays(facts, dayOf)
  if (policy.kind === 'table')
    return { days: inOrderOfDay([...tableDays(facts, policy.days, environments, dayOf), ...listed]), decisions: [] }
  const { days, decisions } = bodDays({ ...input, assessed, dayOf }, { table, unknownExposure: policy.unknownExposure })
  return { days: inOrderOfDay([...(days.length > 0 ? days : withoutFlaw(facts, dayOf)), ...listed]), decisions }
}

/** What names no vulnerability waits for the next upgrade. */
const withoutFlaw = (facts: KnownFacts, dayOf: (moment: string) => string): RuleDay[] =>
  facts.slice(0, 1).map(({ since }) => ({
    on: null,
    rule: { by: 'bod-26-04', outcome: 'system-upgrade', cve: null },
    first: dayOf(since),
    because: [],
  }))

/** A day that a person has set, as far as the rule asks for it. `knew`: the facts that were known when it was made. */
export type Extended = {
  first: string
  until: string
  renewals: number
  knew: readonly string[]
  ended: unknown
}

/**
 * The day that counts today. An exception moves the days whose facts were known when it was made, until its own day is
 * over; null where no rule says anything.
 */
export function dueOf({ days, decisions }: DecidedDays, exception: Extended | null, today: string): Due | null {
  const forensics = decisions.some(({ outcome }) => outcome === '3-days-forensics') ? { forensics: true as const } : {}
  const shown = (day: RuleDay, more: Pick<Due, 'exception'> = {}): Due => ({
    on: day.on,
    rule: day.rule,
    first: day.first,
    left: day.on === null ? null : daysBetween(today, day.on),
    ...forensics,
    ...more,
  })
  const [earliest] = days
  if (earliest === undefined) return null
  if (exception === null || exception.ended !== null) return shown(earliest)
  const { first, until, renewals } = exception
  const told = { first, renewals, isOver: until < today }
  if (told.isOver) return shown(earliest, { exception: told })
  const knew = new Set(exception.knew)
  const moved = days.map((day) => {
    const isMoved = day.on !== null && day.on < until && day.because.every((fact) => knew.has(fact))
    return { day: isMoved ? { ...day, on: until } : day, isMoved }
  })
  const [counts] = inOrderOfDay(moved.map(({ day }) => day))
  if (counts === undefined) return null
  // Of the days that were moved to the same one the rule of the earliest is told.
  const hidden = moved.find(({ isMoved, day }) => isMoved && day.on === counts.on)
  return hidden === undefined ? shown(counts) : shown(hidden.day, { exception: told })
}

/** The facts that an exception made today would know. */
export const knownNow = ({ days }: DecidedDays): string[] => [...new Set(days.flatMap(({ because }) => because))]
