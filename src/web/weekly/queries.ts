/** What the pages of HotFix Weekly read. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { subscriptions } from '../../contract/endpoints/subscriptions.ts'
import { weekly } from '../../contract/endpoints/weekly.ts'
import { call } from '../lib/api.ts'
import { wholeKey } from '../lib/query-keys.ts'

export type ArchiveQuery = { year?: string; q?: string }

/** Deliveries go on for a while after an issue is out, and nothing tells of them, in milliseconds. */
const refetchInterval = 30_000

export const weeklyQueries = {
  archive: (query: ArchiveQuery) =>
    queryOptions({
      queryKey: [...wholeKey('weekly'), 'archive', query],
      queryFn: ({ signal }) => call(weekly.listWeekly, { params: {}, query, signal }),
      placeholderData: keepPreviousData,
    }),
  issue: (issue: string) =>
    queryOptions({
      queryKey: [...wholeKey('weekly'), 'issue', issue],
      queryFn: ({ signal }) => call(weekly.viewWeekly, { params: { issue }, signal }),
      refetchInterval,
    }),
  next: () =>
    queryOptions({
      queryKey: [...wholeKey('weekly'), 'next'],
      queryFn: ({ signal }) => call(weekly.previewWeekly, { params: {}, signal }),
    }),
  /** Who gets it: one's own subscriptions, and those of teams. */
  subscriptions: () =>
    queryOptions({
      queryKey: [...wholeKey('notices'), 'subscriptions'],
      queryFn: ({ signal }) => call(subscriptions.listSubscriptions, { params: {}, signal }),
      select: (answer) => answer.subscriptions.filter(({ about }) => about === 'weekly'),
    }),
  channels: () =>
    queryOptions({
      queryKey: [...wholeKey('notices'), 'channels'],
      queryFn: ({ signal }) => call(subscriptions.listChannels, { params: {}, signal }),
      select: (answer) => answer.channels,
    }),
}
