import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useLocation } from '@tanstack/react-router'
import { privateFeeds } from '../../contract/endpoints/private-feeds.ts'
import type { NewPrivateFeed } from '../../contract/private-feeds.ts'
import { call } from '../lib/call.ts'
import { meQuery } from '../lib/me.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { AddressNote } from './AddressNote.tsx'
import { FeedForm } from './FeedForm.tsx'
import { FeedTable } from './FeedTable.tsx'
import { useFeedsMessages } from './messages.ts'
import { feedsQuery } from './queries.ts'

// What conditions on kinds of change are called.
import '../filters/change-names.ts'

export const feedsLazyRoute = createLazyRoute('/feeds')({ component: FeedsPage })

function FeedsPage() {
  const t = useFeedsMessages()
  const { data: me } = useSuspenseQuery(meQuery())
  const href = useLocation({ select: (location) => location.href })
  return (
    <PanelsPage>
      <title>{`${t.title} – HotFix Report`}</title>
      <PageHeader title={t.title} note={t.note} />
      {me.name === null ? (
        <Panel id="own" title={t.own}>
          <p>{t.signInFirst}</p>
          <Link to="/sign-in" search={{ to: href }} className="button primary">
            {t.signIn}
          </Link>
        </Panel>
      ) : (
        <OwnFeeds />
      )}
    </PanelsPage>
  )
}

/** The addresses of the reader, and how to make another one. */
function OwnFeeds() {
  const t = useFeedsMessages()
  const client = useQueryClient()
  const { data: feeds } = useSuspenseQuery(feedsQuery())
  const { filter = '' } = feedsLazyRoute.useSearch()
  const making = useMutation({
    mutationFn: async (body: NewPrivateFeed) => {
      const made = await call(privateFeeds.makePrivateFeed, { body })
      await client.invalidateQueries(feedsQuery())
      return made
    },
    // The address is a secret: nothing keeps it for longer than the page shows it.
    gcTime: 0,
  })
  // A revoked one is of no use any more.
  const made = feeds.some(({ id }) => id === making.data?.id) ? making.data : undefined
  return (
    <>
      <Panel id="own" title={t.own}>
        {feeds.length === 0 ? <p className="muted">{t.none}</p> : <FeedTable feeds={feeds} />}
      </Panel>
      <Panel id="make" title={t.make} note={t.makeNote} isOnScreen>
        <FeedForm
          // Another list leads here with another filter.
          key={filter}
          filter={filter}
          isMaking={making.isPending}
          error={making.error}
          onMake={(feed, onSuccess) => making.mutate(feed, { onSuccess })}
        />
        {/* Where its reader is looking. */}
        {made !== undefined && <AddressNote made={made} />}
      </Panel>
    </>
  )
}
