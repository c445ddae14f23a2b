/** Machines of a plan, from facts that come in any order, twice and late. */
import type { KeptPlan } from '../../contract/plans.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { inputsIn } from '../rollout/inputs.ts'
import { frozen } from '../rollout/windows.ts'
import type { InstallAttempt, MachineFact } from './facts.ts'

/** A machine of a plan. Moments in milliseconds since 1970 UTC. */
export type PlanMachine = {
  machine: number
  platform: PlatformId | null
  roles: readonly string[]
  /** Since when it has every fix meant for it; null where it lacks one. */
  doneAt: number | null
  isExact: boolean
  /** By fix, since when it has it. */
  fixes: ReadonlyMap<string, number | null>
  /** The first attempt of any fix; null where none is on file. */
  firstAt: number | null
  /** Whether a first attempt of any of its fixes failed. */
  hasFailedFirst: boolean
  /** Of the fixes that it lacks, the last attempt. */
  last: { at: number; outcome: InstallAttempt['outcome']; code: string | null } | null
  restartPending: boolean
  lastSeen: number | null
}

const byMoment = (a: InstallAttempt, b: InstallAttempt) =>
  Date.parse(a.at) - Date.parse(b.at) ||
  a.outcome.localeCompare(b.outcome) ||
  (a.code ?? '').localeCompare(b.code ?? '')

const earlier = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
const later = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b))
const momentOf = (at: string | null) => (at === null ? null : Date.parse(at))

type Fix = { doneAt: number | null; isExact: boolean; attempts: InstallAttempt[] }

/** One fix of one machine, of all that is told of it. */
function fixOfMachine(facts: readonly MachineFact[], since: number): Fix {
  const doneAt = facts.reduce<number | null>((least, fact) => earlier(least, momentOf(fact.doneAt)), null)
  const attempts = new Map(
    facts
      .flatMap((fact) => fact.attempts)
      .filter(({ at, outcome }) => outcome !== 'removed' && Date.parse(at) >= since)
      .map((attempt) => [JSON.stringify([Date.parse(attempt.at), attempt.outcome, attempt.code]), attempt]),
  )
  return {
    doneAt,
    isExact: facts.some((fact) => fact.isExact && momentOf(fact.doneAt) === doneAt),
    attempts: [...attempts.values()].toSorted(byMoment),
  }
}

function machineOf(machine: number, facts: readonly MachineFact[], since: number): PlanMachine {
  const fixes = new Map(
    Array.from(
      Map.groupBy(facts, ({ fix }) => fix),
      ([fix, told]) => [fix, fixOfMachine(told, since)] as const,
    ),
  )
  const all = [...fixes.values()]
  const isDone = all.every(({ doneAt }) => doneAt !== null)
  const doneAt = isDone ? all.reduce<number | null>((most, fix) => later(most, fix.doneAt), null) : null
  const first = all.flatMap(({ attempts }) => attempts.slice(0, 1))
  const last = all
    .flatMap((fix) => (fix.doneAt === null ? fix.attempts : []))
    .toSorted(byMoment)
    .at(-1)
  const newest = facts.toSorted((a, b) => (momentOf(a.lastSeen) ?? 0) - (momentOf(b.lastSeen) ?? 0)).at(-1)
  return {
    machine,
    platform: newest?.platform ?? null,
    roles: newest?.roles ?? [],
    doneAt,
    isExact: all.every((fix) => fix.doneAt !== doneAt || fix.isExact),
    fixes: new Map(Array.from(fixes, ([fix, told]) => [fix, told.doneAt])),
    firstAt: first.reduce<number | null>((least, { at }) => earlier(least, Date.parse(at)), null),
    hasFailedFirst: first.some(({ outcome }) => outcome === 'failed'),
    last: last === undefined ? null : { at: Date.parse(last.at), outcome: last.outcome, code: last.code ?? null },
    restartPending: newest?.restartPending ?? false,
    lastSeen: facts.reduce<number | null>((most, fact) => later(most, momentOf(fact.lastSeen)), null),
  }
}

/**
 * When a plan begins, in milliseconds since 1970 UTC: with its first day, or when it first ran where that was before. What
 * was attempted earlier was another rollout.
 */
export function beginOf({ inputs, startedAt }: Pick<KeptPlan, 'inputs' | 'startedAt'>): number {
  const { startsOn, zone } = inputsIn(inputs)
  const { from } = frozen({ from: startsOn, to: startsOn }, zone)
  return startedAt === null ? from : Math.min(from, Date.parse(startedAt))
}

/** The machines that facts tell of, by their ids; all facts of a machine are among them. Attempts count from `since` on. */
export function foldedMachines(facts: readonly MachineFact[], since: number): PlanMachine[] {
  return Array.from(
    Map.groupBy(facts, ({ machine }) => machine),
    ([machine, told]) => machineOf(machine, told, since),
  ).toSorted((a, b) => a.machine - b.machine)
}

/** When something was first done to a machine; null where nothing was. */
export const firstTouched = ({ firstAt, doneAt }: PlanMachine): number | null => earlier(firstAt, doneAt)
