/** How far each bulletin has come, as its events tell: read one after the other, so that more can follow later. */
import type { TriageState } from '../../contract/triage.ts'
import type { Triage } from '../../contract/words.ts'

/** What is read of an event; `at` is its moment, ISO 8601. */
export type LoggedStep = { bulletin: string; at: string; who: string } & (
  | { topic: 'bulletins' | 'lab' | 'decision' }
  | { topic: 'triage'; to: Pick<TriageState, 'status' | 'assignee'> }
  | { topic: 'due'; moved: { first: string; until: string; reason: string; renewals: number } | null }
)

/** How a person has moved a due day. `since`: the moment of the first of them, `at` of the last. */
type LoggedException = {
  first: string
  until: string
  since: string
  at: string
  reason: string
  by: string
  renewals: number
}

/** How far a bulletin has come; a moment is null where it has not. */
export type Handled = {
  /** When it came on file; null where the log does not tell. */
  added: string | null
  triaged: string | null
  decided: string | null
  tested: string | null
  /** Set to done, and not opened again since. */
  deployed: string | null
  status: Triage
  owner: string | null
  /** Null where its day was never moved, or the last extension was ended before its time. */
  exception: LoggedException | null
  /** The same at the moment when it was deployed. */
  exceptionThen: LoggedException | null
}

export const untouched: Handled = {
  added: null,
  triaged: null,
  decided: null,
  tested: null,
  deployed: null,
  status: 'new',
  owner: null,
  exception: null,
  exceptionThen: null,
}

/** Whether a person has done anything. */
export const isTouched = ({ triaged, decided, tested, owner, exception }: Handled): boolean =>
  [triaged, decided, tested, owner, exception].some((each) => each !== null)

function afterTriage(known: Handled, at: string, { status, assignee }: Pick<TriageState, 'status' | 'assignee'>) {
  const isDone = status === 'done'
  const wasDone = known.status === 'done'
  return {
    ...known,
    status,
    owner: assignee,
    triaged: known.triaged ?? (status === 'new' ? null : at),
    deployed: isDone ? (wasDone ? known.deployed : at) : null,
    exceptionThen: isDone ? (wasDone ? known.exceptionThen : known.exception) : null,
  }
}

/** What an event makes of how far its bulletin was. */
function afterStep(known: Handled, step: LoggedStep): Handled {
  const { at } = step
  switch (step.topic) {
    case 'bulletins':
      return { ...known, added: known.added ?? at }
    case 'lab':
      return { ...known, tested: known.tested ?? at }
    case 'decision':
      return { ...known, decided: known.decided ?? at }
    case 'triage':
      return afterTriage(known, at, step.to)
    case 'due': {
      const { moved, who } = step
      if (moved === null) return { ...known, exception: null }
      return { ...known, exception: { ...moved, since: known.exception?.since ?? at, at, by: who } }
    }
  }
}

/** Takes the next events of the log into what is known, by bulletin. */
export function takeSteps(handled: Map<string, Handled>, steps: Iterable<LoggedStep>): void {
  for (const step of steps) handled.set(step.bulletin, afterStep(handled.get(step.bulletin) ?? untouched, step))
}
