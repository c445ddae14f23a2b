/** Subscriptions to start from. */
import { noticeKinds, type NoticeKind, type NoticeTiming, type SubscriptionSettings } from '../../contract/notices.ts'
import { kindsOf } from './kinds.ts'

export const startNames = ['urgent', 'assigned', 'due-soon', 'weekly'] as const
export type StartName = (typeof startNames)[number]

/** What one starts from; the rest is the reader's own: channel, language, whose it is. */
export type StartingPoint = Pick<
  SubscriptionSettings,
  'name' | 'about' | 'search' | 'kinds' | 'isAssigned' | 'isWatched' | 'when'
>

/** What makes an alert pressing, or is to be known before it is deployed. */
const pressing: NoticeKind[] = noticeKinds.filter((kind) =>
  [
    'new',
    'withdrawn',
    'reinstated',
    'exploit-up',
    'known-exploited',
    'machines-affected',
    're-released',
    'severity-up',
    'urgency',
    'due-earlier',
    'known-issue-added',
    'known-issue-reopened',
  ].includes(kind),
)

/** What concerns who takes care of an alert. */
const ofAssignee: NoticeKind[] = noticeKinds.filter(
  (kind) => pressing.includes(kind) || [...kindsOf('people'), ...kindsOf('due'), 'decided', 'held'].includes(kind),
)

const atOnce: NoticeTiming = { every: 'change' }

/** The starting points under their names. `zone`: of the reader's device. */
export function startingPoints(names: Record<StartName, string>, zone: string): Record<StartName, StartingPoint> {
  const all = { about: 'changes', search: '', isAssigned: false, isWatched: false } as const
  return {
    urgent: {
      ...all,
      name: names.urgent,
      search: '?urgency=immediate&mine=affected',
      kinds: pressing,
      when: atOnce,
    },
    assigned: { ...all, name: names.assigned, kinds: ofAssignee, isAssigned: true, when: atOnce },
    'due-soon': {
      ...all,
      name: names['due-soon'],
      kinds: ['due-soon', 'overdue'],
      when: { every: 'day', at: '08:00', zone },
    },
    weekly: { ...all, name: names.weekly, about: 'weekly', kinds: [], when: atOnce },
  }
}

/** A subscription to what a filter finds, named after it. */
export const ofFilter = (name: string, search: string): StartingPoint => ({
  about: 'changes',
  name,
  search,
  kinds: pressing,
  isAssigned: false,
  isWatched: false,
  when: atOnce,
})
