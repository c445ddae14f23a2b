/** Subscriptions to start from. Their names are words of the page. */
import type { NoticeKind, SubscriptionSettings } from '../../contract/notices.ts'

/** What is ready of a subscription: whose it is, where it goes and in which language is left to the person. */
export type ReadyMade = Pick<SubscriptionSettings, 'about' | 'search' | 'isAssigned' | 'isWatched'> & {
  key: 'urgent' | 'assigned' | 'due-soon' | 'weekly'
  kinds: readonly NoticeKind[]
  /** How often; the time and zone are those of the person. */
  every: SubscriptionSettings['when']['every']
}

const anyBulletin = { about: 'changes', isAssigned: false, isWatched: false } as const

export const readyMade: readonly ReadyMade[] = [
  {
    ...anyBulletin,
    key: 'urgent',
    search: '?mine=affected&urgency=immediate',
    kinds: [
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
    ],
    every: 'change',
  },
  {
    ...anyBulletin,
    key: 'assigned',
    isAssigned: true,
    search: '',
    kinds: [
      'assigned',
      'mentioned',
      'commented',
      'exploit-up',
      'known-exploited',
      're-released',
      'due-earlier',
      'known-issue-added',
      'known-issue-reopened',
      'gate-waiting',
      'due-soon',
      'overdue',
    ],
    every: 'change',
  },
  { ...anyBulletin, key: 'due-soon', search: '', kinds: ['due-soon', 'overdue'], every: 'day' },
  { ...anyBulletin, about: 'weekly', key: 'weekly', search: '', kinds: [], every: 'week' },
]
