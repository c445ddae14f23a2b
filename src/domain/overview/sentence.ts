/** The first sentence of the page, as the clauses that it is made of. */
import type { Clause, Overview } from '../../contract/overview.ts'
import type { BulletinQuery, Summary } from '../../contract/summary.ts'
import { isOverdue } from '../due/overdue.ts'

type Said = {
  state: Overview['state']
  release: Overview['release']
  actNow: Overview['actNow']
  /** The fixes to act on, and the machines that are left of one. */
  fixes: readonly Summary[]
  leftOf: (id: string) => number
  rollout: Overview['rollout']
  /** All that is to be installed and open, in whatever release; and how much of it is overdue. */
  everywhere: { count: number; query: BulletinQuery; overdue: number }
  /** The day on which the last of the release was done; null where that is not known. */
  doneOn: string | null
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

function* clausesOf({ state, release, actNow, fixes, leftOf, rollout, everywhere, doneOn }: Said): Generator<Clause> {
  if (state === 'first-start') yield { code: 'no-release' }
  if (state === 'no-fleet') yield { code: 'no-fleet' }
  if (state === 'to-do') {
    yield { code: 'to-install', count: actNow.count, query: actNow.query }
    const late = fixes.filter(({ due }) => isOverdue(due))
    const machines = sum(late.map(({ id }) => leftOf(id)))
    if (machines > 0)
      yield {
        code: 'overdue',
        ...actNow.overdue,
        machines,
        days: late.reduce((most, { due }) => Math.max(most, -(due?.left ?? 0)), 0),
      }
    const left = rollout === null ? 0 : rollout.machines - rollout.patched
    if (left > 0) yield { code: 'left', machines: left }
  }
  if (state === 'all-done') yield { code: 'all-done', on: doneOn }
  if (state !== 'first-start' && state !== 'to-do' && release !== null)
    yield { code: 'next-release', ...release.nextPatchTuesday }
  if (state !== 'no-fleet' && everywhere.count > actNow.count) yield { code: 'in-all', ...everywhere }
}

/** The clauses in order: what to do, what is late, what is left, what is next. */
export const clausesFor = (said: Said): Clause[] => [...clausesOf(said)]
