/** What the page of notices reads. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { outbox } from '../../contract/endpoints/outbox.ts'
import { subscriptions } from '../../contract/endpoints/subscriptions.ts'
import { weekly } from '../../contract/endpoints/weekly.ts'
import type { SubscriptionSettings } from '../../contract/notices.ts'
import { answerOf, call } from '../lib/call.ts'
import { wholeKey } from '../lib/query-keys.ts'

const noticesAtOnce = 50

/** What the live stream does not tell, such as an attempt that failed, is asked for again, in milliseconds. */
const refetchInterval = 30_000

export const noticeQueries = {
  subscriptions: () =>
    queryOptions({
      ...answerOf([...wholeKey('notices'), 'subscriptions'], subscriptions.listSubscriptions, {}),
      select: (answer) => answer.subscriptions,
      refetchInterval,
    }),
  channels: () =>
    queryOptions({
      ...answerOf([...wholeKey('notices'), 'channels'], subscriptions.listChannels, {}),
      select: (answer) => answer.channels,
      refetchInterval,
    }),
  health: () =>
    queryOptions({ ...answerOf([...wholeKey('notices'), 'health'], outbox.viewNoticeHealth, {}), refetchInterval }),
  /** The newest issue of HotFix Weekly, else what the next would say now. */
  weekly: () =>
    queryOptions({
      queryKey: [...wholeKey('weekly'), 'sample'],
      async queryFn({ signal }) {
        const { issues, settings } = await call(weekly.listWeekly, { signal })
        const [newest] = issues
        const issue =
          newest === undefined
            ? await call(weekly.previewWeekly, { signal })
            : await call(weekly.viewWeekly, { params: { issue: String(newest.number) }, signal })
        return { issue, settings, isSample: newest === undefined }
      },
    }),
  log: (isFailing: boolean) =>
    infiniteQueryOptions({
      queryKey: [...wholeKey('notices'), 'log', isFailing],
      queryFn: ({ signal, pageParam }) => {
        const query = {
          limit: String(noticesAtOnce),
          ...(isFailing && { failing: 'yes' as const }),
          ...(pageParam !== null && { after: pageParam }),
        }
        return call(outbox.listNotices, { query, signal })
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => (page.length < noticesAtOnce ? undefined : page.at(-1)?.id),
      refetchInterval,
    }),
  /** What such a subscription would have sent: for that it does not matter what it is called. */
  preview(asked: SubscriptionSettings) {
    const body = { ...asked, name: 'preview' }
    return queryOptions({
      queryKey: [...wholeKey('notices'), 'preview', body],
      queryFn: () => call(subscriptions.previewSubscription, { body }),
      placeholderData: keepPreviousData,
    })
  },
}
