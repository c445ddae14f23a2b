import { lazy, Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { Channel, Subscription } from '../../contract/notices.ts'
import { GivenPlatforms } from '../catalogue/platforms.ts'
import { useCommon } from '../i18n/common.ts'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { platformsQuery } from '../lib/platforms.ts'
import { LoadingPage } from '../ui/layout/LoadingPage.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { NotThere } from '../ui/layout/NotThere.tsx'
import { inListOrder, shownState } from './arrival.ts'
import { ChannelsPanel } from './channels/ChannelsPanel.tsx'
import { FeedsBoard } from './FeedsBoard.tsx'
import { HealthPanel } from './HealthPanel.tsx'
import { useNoticeMessages, type NoticeMessages } from './messages.ts'
import { noticeQueries } from './queries.ts'
import { StartPanel } from './StartPanel.tsx'
import { SubscriptionTable, type SubscriptionRow } from './SubscriptionTable.tsx'
import { useOwn } from './use-own.ts'
import { WeeklySample } from './WeeklySample.tsx'
import styles from './NoticesPage.module.css'

// Loaded when they are first wanted.
const SubscriptionEditor = lazy(() =>
  import('./form/SubscriptionEditor.tsx').then((module) => ({ default: module.SubscriptionEditor })),
)
const NoticeLog = lazy(() => import('./NoticeLog.tsx').then((module) => ({ default: module.NoticeLog })))

export const noticesLazyRoute = createLazyRoute('/notices')({ component: NoticesPage })

const none: never[] = []

function NoticesPage() {
  const platforms = useQuery(platformsQuery())
  const [subscriptions, channels] = [useQuery(noticeQueries.subscriptions()), useQuery(noticeQueries.channels())]
  // All of it at once: nothing moves below what comes late. Without their names platforms go by their ids.
  const beside = [useQuery(noticeQueries.health()), useQuery(noticeQueries.weekly())]
  // What is beside the list keeps nobody waiting once it has failed.
  const isWaiting = [platforms, ...beside].some(
    ({ isPending, errorUpdateCount }) => isPending && errorUpdateCount === 0,
  )
  if (isWaiting || subscriptions.isPending || channels.isPending) return <LoadingPage />
  if (subscriptions.data === undefined) return <NotThere error={subscriptions.error} retry={subscriptions.refetch} />
  if (channels.data === undefined) return <NotThere error={channels.error} retry={channels.refetch} />
  return (
    <GivenPlatforms value={platforms.data ?? none}>
      <Notices subscriptions={subscriptions.data} channels={channels.data} />
    </GivenPlatforms>
  )
}

type Props = { subscriptions: readonly Subscription[]; channels: readonly Channel[] }

function Notices({ subscriptions, channels }: Props) {
  const t = useNoticeMessages()
  const common = useCommon()
  const me = useOwn()
  const search = noticesLazyRoute.useSearch()
  const navigate = noticesLazyRoute.useNavigate()
  const asked = typeof search.subscription === 'string' ? Number(search.subscription) : null
  // Where it is, it stays: only who comes by a link finds it on top.
  const [first] = useState(asked)
  const whose = search.whose === 'own' || search.whose === 'team' ? search.whose : 'all'
  const rows = inListOrder(
    subscriptions.map((each): SubscriptionRow => {
      const channelOf = channels.find(({ id }) => id === each.channel)
      return { ...each, channelOf, shown: shownState(each, channelOf) }
    }),
    first,
  )
  const countOf = (kind: 'person' | 'team') => rows.filter(({ owner }) => owner.kind === kind).length
  const counts = { all: rows.length, own: countOf('person'), team: countOf('team') }
  const listed = rows.filter(({ owner }) => whose === 'all' || (whose === 'team') === (owner.kind === 'team'))
  const isLog = search.show === 'log'
  const isForm = search.show === 'form' && me !== null
  return (
    <main id="content" className={styles['notices-page']}>
      <title>{`${common.pages.notices} – HotFix Report`}</title>
      <PageHeader title={common.pages.notices} note={pageNote(rows, counts, t)}>
        {!isLog && !isForm && counts.all > 0 && (
          <SegmentedControl
            label={t.whose}
            value={whose}
            options={(['all', 'own', 'team'] as const).map((value) => ({
              value,
              label: t.scopes[value](counts[value]),
            }))}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, whose: value === 'all' ? undefined : value }),
                replace: true,
                resetScroll: false,
              })
            }
          />
        )}
        <Link
          to="/notices"
          search={(before) => ({ ...before, show: isLog || isForm ? undefined : 'log', failing: undefined })}
          className="button"
        >
          {isLog || isForm ? t.toList : t.log}
        </Link>
        {!isForm && me !== null && (
          <Link
            to="/notices"
            search={(before) => ({ ...before, show: 'form', subscription: undefined })}
            className={clsx('button', 'primary')}
          >
            {t.make}
          </Link>
        )}
      </PageHeader>
      {isForm ? (
        <Suspense fallback={<LoadingPage />}>
          <SubscriptionEditor
            me={me}
            key={asked}
            seen={subscriptions.find(({ id }) => id === asked) ?? null}
            channels={channels}
          />
        </Suspense>
      ) : (
        <div className={styles['columns']}>
          {isLog ? (
            <Suspense fallback={<div className="loading" />}>
              <NoticeLog isFailing={search.failing === 'yes'} />
            </Suspense>
          ) : counts.all === 0 && me !== null ? (
            <StartPanel />
          ) : (
            <SubscriptionTable rows={listed} open={asked ?? listed[0]?.id ?? null} />
          )}
          <aside>
            <WeeklySample />
            <HealthPanel channels={channels} />
            <ChannelsPanel channels={channels} />
            <FeedsBoard />
          </aside>
        </div>
      )}
    </main>
  )
}

/** What there is, and what does not arrive; what would count nothing is left out. */
function pageNote(rows: readonly SubscriptionRow[], { own, team }: { own: number; team: number }, t: NoticeMessages) {
  const failing = rows.filter(({ shown }) => shown === 'failing').length
  const paused = rows.filter(({ shown }) => shown === 'paused').length
  const parts = [
    ...(own > 0 ? [t.own(own)] : []),
    ...(team > 0 ? [t.ofTeams(team)] : []),
    ...(failing > 0 ? [t.failingNow(failing)] : []),
    ...(paused > 0 ? [t.pausedNow(paused)] : []),
  ]
  return parts.length === 0 ? t.noneYet : parts.join(t.and)
}
