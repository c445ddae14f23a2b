import type { PlanState } from '../../contract/plans.ts'

/** What may follow each state by the hand of a person; a change of what is done when makes a draft of any. */
const following: Record<PlanState, readonly PlanState[]> = {
  draft: ['approved'],
  approved: ['draft', 'running'],
  running: ['stopped', 'finished'],
  stopped: ['running', 'finished'],
  finished: [],
}

/** The states that a person can give a plan now. */
export const nextStates = (state: PlanState): readonly PlanState[] => following[state]

/** Whether what is done when can still be changed. */
export const isChangeable = (state: PlanState): boolean => state !== 'finished'
