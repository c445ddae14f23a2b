/** What a decision rests on, and what has happened since. */
import type { BulletinEvent, Topic } from '../../contract/events.ts'
import type { Assessed } from '../../contract/lab.ts'
import type { Readiness } from './readiness.ts'

/** Whether what happens under a topic has to be seen before signing; decisions of others count too. */
export const isDecisive = (topic: Topic): boolean =>
  topic === 'lab' || topic === 'issues' || topic === 'bulletins' || topic === 'decision'

/** What is signed: how each aspect was assessed, without its reasons. */
export function assessedIn({ overall, aspects }: Readiness): Assessed {
  return { overall, aspects: Object.fromEntries(aspects.map(({ of, assessment }) => [of, assessment])) }
}

type Decided = Extract<BulletinEvent, { topic: 'decision' }>

/** The last decision, and whether something that it rests on has changed since; null where there is none. */
export function lastDecision(events: readonly BulletinEvent[]): { decision: Decided; isOutdated: boolean } | null {
  const decision = events.findLast((event) => event.topic === 'decision')
  if (decision === undefined) return null
  return { decision, isOutdated: events.some(({ id, topic }) => id > decision.id && isDecisive(topic)) }
}
