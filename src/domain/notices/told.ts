/** What an event tells, as far as a subscription can ask for it. */
import type { Change } from '../../contract/changes.ts'
import type { activityKinds } from '../../contract/notices.ts'
import type { FieldReportDetail } from '../../contract/field-reports.ts'
import type { HoldSaid } from '../../contract/holds.ts'
import type { Mention } from '../../contract/mentions.ts'
import type { TriageState } from '../../contract/triage.ts'
import { eventChanges, type Telling } from '../changes/event-changes.ts'
import { isLoud } from '../changes/loud.ts'
import type { LoggedEvent } from './logged-event.ts'

type Activity = (typeof activityKinds)[number]

/** `about`: its bulletins, the number of a plan, or every fix there is. */
export type ToldEvent = {
  about: { bulletins: readonly string[] } | { plan: number } | 'every-fix'
  /** In the order of attention, quiet ones left out. */
  changes: readonly Change[]
  activities: readonly Activity[]
  /** Whom it names; nobody where it names nobody. */
  mentions: readonly Mention[]
  text?: string
  due?: string
}

const nothing = { changes: [], activities: [], mentions: [] }

/** The events of the log are ours: what they hold follows from topic and `what`. */
type Detail<T extends Telling['topic']> = Extract<Telling, { topic: T }>['detail']

function ofTriage({ from, to }: { from: TriageState; to: TriageState }): Pick<ToldEvent, 'activities' | 'text'> {
  const isAssigned = to.assignee !== null && to.assignee !== from.assignee
  const isSet =
    (to.assignee === null && from.assignee !== null) ||
    (['status', 'note', 'reason', 'reviewOn'] as const).some((field) => to[field] !== from[field])
  const text = to.reason ?? to.note
  return {
    activities: [...(isAssigned ? ['assigned' as const] : []), ...(isSet ? ['triaged' as const] : [])],
    ...(text !== '' && { text }),
  }
}

function ofHold(what: string, { bulletins, until, reason }: HoldSaid): ToldEvent {
  return {
    ...nothing,
    about: bulletins === null ? 'every-fix' : { bulletins },
    activities: [what === 'ended' ? 'hold-ended' : 'held'],
    text: reason,
    due: until,
  }
}

function ofPlan({ id, what, detail }: LoggedEvent): ToldEvent | null {
  if (what === 'counted') return null
  if (what === 'gate-waiting') {
    const { plan, wave, name } = detail as { plan: number; wave: string; name: string }
    return { ...nothing, about: { plan }, activities: ['gate-waiting'], text: name || wave }
  }
  const { plan = id, why = '' } = detail as { plan?: number; why?: string }
  return { ...nothing, about: { plan }, activities: ['plan-changed'], ...(why !== '' && { text: why }) }
}

type Done = Pick<ToldEvent, 'activities' | 'mentions' | 'text'>

const withText = (text: string | null): { text?: string } => (text === null || text === '' ? {} : { text })

/** What people have done with a bulletin beside its changes, by the topic of the event. */
const readers: Partial<Record<LoggedEvent['topic'], (event: LoggedEvent) => Done>> = {
  triage({ detail }) {
    const { handover, from, to } = detail as Detail<'triage'>
    const { text = null, activities } = ofTriage({ from, to })
    return { activities, mentions: handover?.mentions ?? [], ...withText(handover?.text ?? text) }
  },
  discussion({ what, detail }) {
    if (what !== 'said') return nothing
    const { text, mentions = [] } = detail as Extract<Telling, { topic: 'discussion'; what: 'said' }>['detail']
    // What was taken back since is told to nobody.
    return text === null ? nothing : { activities: ['commented'], mentions, text }
  },
  'field-reports': ({ what, detail }) =>
    what === 'taken-back'
      ? nothing
      : { activities: ['field-reported'], mentions: [], ...withText((detail as FieldReportDetail).text) },
  lab: ({ detail }) => ({ activities: ['tested'], mentions: [], ...withText((detail as Detail<'lab'>).note) }),
  issues: ({ what, detail }) => ({
    activities: what === 'resolved' ? ['issue-closed'] : [],
    mentions: [],
    ...withText((detail as Detail<'issues'>).why),
  }),
  decision: ({ detail }) => ({
    activities: ['decided'],
    mentions: [],
    ...withText((detail as Detail<'decision'>).note),
  }),
}

/** The topics that any subscription can ask for. */
const toldTopics = [
  'bulletins',
  'changes',
  'triage',
  'discussion',
  'field-reports',
  'lab',
  'issues',
  'decision',
  'holds',
  'plans',
] as const satisfies LoggedEvent['topic'][]

/** What an event of the log tells; null where no subscription can ask for it. */
export function toldBy(event: LoggedEvent): ToldEvent | null {
  const { topic, what, bulletin, detail } = event
  if (topic === 'plans') return ofPlan(event)
  if (topic === 'holds') return ofHold(what, detail as HoldSaid)
  if (bulletin === null || !toldTopics.some((told) => told === topic)) return null
  const changes = eventChanges({ topic, what, detail, bulletin, who: event.who } as Telling).filter(isLoud)
  const told = { ...nothing, ...readers[topic]?.(event), about: { bulletins: [bulletin] }, changes }
  const isEmpty = changes.length === 0 && told.activities.length === 0 && told.mentions.length === 0
  return isEmpty ? null : told
}
