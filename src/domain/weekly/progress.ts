/** How far tests and the rollout are when an issue is made. */
import type { PlanRow } from '../../contract/plan-view.ts'
import type { WeeklyContent, WeeklyPlan } from '../../contract/weekly.ts'
import type { WeeklyFacts } from './facts.ts'

function planLine({ id, name, state, done, of, finish, nextGate, ifClosed }: PlanRow): WeeklyPlan[] {
  if (state !== 'running' && state !== 'stopped') return []
  const gate =
    nextGate === null
      ? null
      : {
          wave: nextGate.name === '' ? nextGate.wave : nextGate.name,
          gateState: nextGate.gateState,
          openBy: ifClosed !== null && ifClosed.wave === nextGate.wave ? ifClosed.openBy : null,
        }
  return [{ id, name, state, done, of, finish, gate }]
}

export function progressSection({ overview }: WeeklyFacts): WeeklyContent['progress'] {
  const { rollout, tests, platforms, plans, release } = overview
  const outcomes = tests.editions.flatMap(({ fixes }) => fixes.map(({ outcome }) => outcome))
  const seen = (outcome: 'failed' | 'passed-with-issues') => outcomes.filter((each) => each === outcome).length
  return {
    release: release?.key ?? null,
    patched: rollout === null ? null : { applied: rollout.patched, of: rollout.machines },
    versions: platforms.flatMap(({ label, install: [newest] }) =>
      newest === undefined ? [] : [{ label, applied: newest.machines.applied, of: newest.machines.of }],
    ),
    tests: { tested: tests.tested, of: tests.of, failed: seen('failed'), withIssues: seen('passed-with-issues') },
    plans: plans.flatMap(planLine),
  }
}
