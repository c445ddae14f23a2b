import { TriageConflict, type Triaged } from '../../src/contract/triage.ts'

/** The states that are there now, of the answer to a change that came too late; none of any other answer. */
export const currentStates = (answer: unknown): Triaged[] => TriageConflict.safeParse(answer).data?.current ?? []
