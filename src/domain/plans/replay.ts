/** A kept plan is what its events add up to. */
import type { KeptPlan, Signed } from '../../contract/plans.ts'
import { readSome } from '../rollout/inputs.ts'
import type { PlanContent, PlanEvent } from './events.ts'

type Of<What extends PlanEvent['what']> = Extract<PlanEvent, { what: What }>

const contentOf = ({ name, owner, ticket, inputs, waves }: PlanContent): PlanContent => ({
  name,
  owner,
  ticket,
  inputs,
  waves,
})

/** The bulletins that a draft names. */
const bulletinsOf = ({ inputs }: PlanContent): string[] => readSome(inputs).bulletins ?? []

const signedBy = ({ who, at }: PlanEvent): Signed => ({ by: who, at })

function created(event: Of<'created'>): KeptPlan {
  const signed = signedBy(event)
  return {
    id: event.id,
    version: event.id,
    ...contentOf(event.detail),
    bulletins: bulletinsOf(event.detail),
    fleet: event.detail.fleet,
    state: 'draft',
    approval: null,
    startedAt: null,
    created: signed,
    changed: signed,
    opened: [],
    counts: [],
  }
}

/** Whether a change asks for another approval: of what is done when, not of how it is called and who cares for it. */
const isAnotherPlan = (before: PlanContent, after: PlanContent): boolean =>
  before.inputs !== after.inputs || JSON.stringify(before.waves) !== JSON.stringify(after.waves)

function changed(plan: KeptPlan, event: Of<'changed'>): KeptPlan {
  const content = contentOf(event.detail)
  const keys = new Set(content.waves.map(({ key }) => key))
  return {
    ...plan,
    ...content,
    bulletins: bulletinsOf(content),
    ...(isAnotherPlan(plan, content) && { state: 'draft', approval: null }),
    opened: plan.opened.filter(({ wave }) => keys.has(wave)),
    counts: plan.counts.filter(({ wave }) => keys.has(wave)),
  }
}

const stateSet = (plan: KeptPlan, event: Of<'state-set'>): KeptPlan => ({
  ...plan,
  state: event.detail.state,
  approval: event.detail.state === 'approved' ? signedBy(event) : event.detail.state === 'draft' ? null : plan.approval,
  startedAt: plan.startedAt ?? (event.detail.state === 'running' ? event.at : null),
})

/** A count takes the place of an earlier one of the same wave and moment. */
function counted(plan: KeptPlan, { detail, who }: Of<'counted'>): KeptPlan {
  const { plan: _, ...count } = detail
  const others = plan.counts.filter(({ wave, at }) => wave !== count.wave || Date.parse(at) !== Date.parse(count.at))
  return { ...plan, counts: [...others, { ...count, by: who }] }
}

/** The plan after one more event. Counts change nothing of what a person edits, and so leave its version. */
export function withEvent(plan: KeptPlan, event: Exclude<PlanEvent, Of<'created'>>): KeptPlan {
  if (event.what === 'counted') return counted(plan, event)
  const version = { version: event.id, changed: signedBy(event) }
  const others = plan.opened.filter(({ wave }) => !('wave' in event.detail) || wave !== event.detail.wave)
  switch (event.what) {
    case 'changed':
      return { ...changed(plan, event), ...version }
    case 'state-set':
      return { ...stateSet(plan, event), ...version }
    case 'gate-opened': {
      const { wave, why } = event.detail
      return { ...plan, opened: [...others, { wave, ...signedBy(event), why }], ...version }
    }
    case 'gate-closed':
      return { ...plan, opened: others, ...version }
  }
}

/** The plan that the events of one plan, oldest first, add up to; null without any. */
export function replayed(events: readonly PlanEvent[]): KeptPlan | null {
  let plan: KeptPlan | null = null
  for (const event of events) {
    if (event.what === 'created') plan = created(event)
    else if (plan !== null) plan = withEvent(plan, event)
  }
  return plan
}
