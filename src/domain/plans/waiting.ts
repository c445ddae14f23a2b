/** Machines that are still to be done of waves that have begun, and why. */
import type { WaitingMachines } from '../../contract/plan-view.ts'
import type { Stretch } from '../rollout/windows.ts'
import type { HoldFact } from './facts.ts'
import { holdOnMachine } from './held.ts'
import type { PlanMachine } from './machines.ts'
import type { WaveProgress } from './progress.ts'
import { isoOf } from './steps.ts'

/** The same, with the machines by their ids in place of names. */
export type WaitingGroup = Omit<WaitingMachines, 'names'> & { ids: number[] }

type Given = { holds: readonly HoldFact[]; open: readonly Stretch[]; now: number }

function whyOf(machine: PlanMachine, began: number, { holds }: Given): WaitingMachines['why'] {
  if (holds.some((hold) => holdOnMachine(hold, machine) === 'yes')) return 'held'
  if (machine.restartPending || machine.last?.outcome === 'restart-pending') return 'restart-pending'
  if (machine.last?.outcome === 'failed') return 'failed'
  return machine.lastSeen === null || machine.lastSeen < began ? 'not-seen' : 'not-tried'
}

function groupsOf(progress: WaveProgress, given: Given): WaitingGroup[] {
  const { wave, of, done, actual, machines, source } = progress
  const began = actual.start
  if (began === null || done >= of) return []
  const next = given.open.find(({ to }) => to > given.now)
  const nextAt = next === undefined ? null : isoOf(Math.max(next.from, given.now))
  const left = machines.filter(({ doneAt }) => doneAt === null || doneAt > given.now)
  const groups = Map.groupBy(left, (machine) => {
    const why = whyOf(machine, began, given)
    return JSON.stringify([why, machine.platform, why === 'failed' ? (machine.last?.code ?? null) : null])
  })
  const known = Array.from(groups.values(), (alike): WaitingGroup => {
    const [first] = alike
    const why = first === undefined ? 'not-tried' : whyOf(first, began, given)
    const last = alike.reduce((most, machine) => Math.max(most, machine.last?.at ?? -Infinity), -Infinity)
    return {
      why,
      wave: wave.key,
      platform: first?.platform ?? null,
      machines: alike.length,
      code: why === 'failed' ? (first?.last?.code ?? null) : null,
      at: last === -Infinity ? null : isoOf(last),
      nextAt: why === 'held' ? null : nextAt,
      ids: alike.map(({ machine }) => machine),
    }
  })
  const unknown = of - done - left.length
  if (unknown <= 0) return known
  const why = source === 'counted' ? 'not-tried' : 'not-seen'
  return [...known, { why, wave: wave.key, platform: null, machines: unknown, code: null, at: null, nextAt, ids: [] }]
}

/** Those of all waves: failed ones first, then in order of their waves. */
export function waitingGroups(progress: readonly WaveProgress[], given: Given): WaitingGroup[] {
  const order: readonly WaitingMachines['why'][] = ['failed', 'restart-pending', 'held', 'not-seen', 'not-tried']
  return progress
    .flatMap((each) => groupsOf(each, given))
    .toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why))
}
