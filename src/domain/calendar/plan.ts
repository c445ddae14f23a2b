import type { KeptPlan } from '../../contract/plans.ts'
import type { Schedule } from '../plans/schedule.ts'
import type { CalendarFact } from './facts.ts'
import { planKey, plannedSessions, windowsAround } from './sessions.ts'

type Plan = Pick<KeptPlan, 'id' | 'name' | 'state' | 'owner' | 'ticket' | 'waves' | 'bulletins' | 'created' | 'changed'>

const iso = (at: number): string => new Date(at).toISOString()

/** What calendars tell of a kept plan: as it is planned, and of one that is over what had begun by then. */
export function planEntries(plan: Plan, { plan: planned, open, inputs }: Schedule): CalendarFact[] {
  const { id, name, state, owner, ticket, waves, bulletins } = plan
  const key = planKey(plan)
  const ofPlan = ({ from, to }: { from: number; to: number }) => ({
    plan: id,
    name,
    state,
    from: iso(from),
    to: iso(to),
  })
  const sessions = plannedSessions(key, planned.segments, (place) => waves[place]?.key ?? String(place))
  const facts: CalendarFact[] = [
    ...sessions.map(({ uid, wave: place, machines, consoles, ...span }): CalendarFact => {
      const wave = waves[place]
      return {
        kind: 'session',
        uid,
        ...ofPlan(span),
        wave: { key: wave?.key ?? String(place), name: wave?.name ?? '' },
        machines: machines.map(({ platform, count }) => ({ platform, count })),
        consoles,
        bulletins,
        owner,
        ticket,
      }
    }),
    ...windowsAround(key, open, planned.segments, inputs.zone).map(({ uid, ...span }): CalendarFact => ({
      kind: 'window',
      uid,
      ...ofPlan(span),
    })),
  ]
  const over = state === 'finished' ? Date.parse(plan.changed.at) : Infinity
  return facts.filter((fact) => fact.kind === 'due' || Date.parse(fact.from) <= over)
}
