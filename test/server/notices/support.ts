import type { NoticeContent, NoticeLine } from '../../../src/contract/notices.ts'
import type { About, Target } from '../../../src/server/notices/deliver.ts'
import { deliverersOf, type DeliverySettings } from '../../../src/server/notices/channels/deliverers.ts'

export const line: NoticeLine = {
  event: 7,
  at: '2025-06-11T02:10:00.000Z',
  kind: 'exploit-up',
  bulletin: 'KB5060842',
  title: { ja: 'Windows 11 24H2 の更新', en: 'Update for Windows 11 24H2' },
  publishedOn: '2025-06-10',
  changes: [{ kind: 'exploit-up', of: ['CVE-2025-33053'], from: 'none', to: 'exploited' }],
  who: 'CISA KEV',
  path: '/bulletins/KB5060842',
  urgency: 'immediate',
  severity: 1,
}

export const contentOf = (...lines: NoticeLine[]): Extract<NoticeContent, { about: 'changes' }> => ({
  about: 'changes',
  lines,
  count: lines.length,
  bulletins: new Set(lines.map(({ bulletin }) => bulletin)).size,
})

export const about: About = {
  id: 'msg_2mXkzPq0example0001',
  name: 'Urgent on my machines',
  language: 'en',
  madeAt: '2025-06-11T02:10:05.000Z',
  thread: 'KB5060842',
  unsubscribe: 'a-long-secret',
  subscription: 12,
}

export const origin = 'https://hotfix.example'

export const deliverersWith = (settings: Partial<DeliverySettings> = {}) =>
  deliverersOf({
    mail: null,
    privateHosts: [],
    proxy: null,
    origin,
    now: () => new Date(),
    weeklyLetter: async () => null,
    report: (error) => {
      throw error
    },
    ...settings,
  })

export const target = (kind: Target['kind'], address: string, secret: string | null = null): Target => ({
  channel: 3,
  kind,
  address,
  secret,
})
