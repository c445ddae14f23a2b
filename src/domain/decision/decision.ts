/** What a decision rests on, and what has happened since. */
import type { BulletinEvent, Topic } from '../../contract/events.ts'
import type { Assessed } from '../../contract/lab.ts'
import type { Aspect, Readiness } from './readiness.ts'

/** Whether what happens under a topic has to be seen before signing; decisions of others count too. */
export const isDecisive = (topic: Topic): boolean =>
  topic === 'lab' || topic === 'issues' || topic === 'bulletins' || topic === 'decision'

/** What is signed: how each aspect was assessed, without its reasons. */
export function assessedIn({ overall, aspects }: Readiness): Assessed {
  const as = (of: Aspect['of']) => aspects.find((aspect) => aspect.of === of)?.assessment ?? 'unknown'
  return {
    overall,
    aspects: {
      urgency: as('urgency'),
      lab: as('lab'),
      'known-issues': as('known-issues'),
      support: as('support'),
      ...(aspects.some(({ of }) => of === 'installation') && { installation: as('installation') }),
      coverage: as('coverage'),
    },
  }
}

type Decided = Extract<BulletinEvent, { topic: 'decision' }>

/** The last decision, and whether something that it rests on has changed since; null where there is none. */
export function lastDecision(events: readonly BulletinEvent[]): { decision: Decided; isOutdated: boolean } | null {
  const decision = events.findLast((event) => event.topic === 'decision')
  if (decision === undefined) return null
  return { decision, isOutdated: events.some(({ id, topic }) => id > decision.id && isDecisive(topic)) }
}
