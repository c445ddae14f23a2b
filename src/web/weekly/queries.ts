/** What the pages of HotFix Weekly read. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { subscriptions } from '../../contract/endpoints/subscriptions.ts'
import { weekly } from '../../contract/endpoints/weekly.ts'
import { answerOf } from '../lib/call.ts'
import { wholeKey } from '../lib/query-keys.ts'

export type ArchiveQuery = { year?: string; q?: string }

/** Deliveries go on for a while after an issue is out, and nothing tells of them, in milliseconds. */
const refetchInterval = 30_000

export const weeklyQueries = {
  archive: (query: ArchiveQuery) =>
    queryOptions({
      ...answerOf([...wholeKey('weekly'), 'archive', query], weekly.listWeekly, { query }),
      placeholderData: keepPreviousData,
    }),
  issue: (issue: string) =>
    queryOptions({
      ...answerOf([...wholeKey('weekly'), 'issue', issue], weekly.viewWeekly, { params: { issue } }),
      refetchInterval,
    }),
  next: () => answerOf([...wholeKey('weekly'), 'next'], weekly.previewWeekly, {}),
  /** Who gets it: one's own subscriptions, and those of teams. */
  subscriptions: () =>
    queryOptions({
      ...answerOf([...wholeKey('notices'), 'subscriptions'], subscriptions.listSubscriptions, {}),
      select: (answer) => answer.subscriptions.filter(({ about }) => about === 'weekly'),
    }),
  channels: () =>
    queryOptions({
      ...answerOf([...wholeKey('notices'), 'channels'], subscriptions.listChannels, {}),
      select: (answer) => answer.channels,
    }),
}
