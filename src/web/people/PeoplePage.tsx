import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { AuditPanel } from './AuditPanel.tsx'
import { useAccessMessages } from './messages.ts'
import { PeopleFeedsPanel } from './PeopleFeedsPanel.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { peopleQueries } from './queries.ts'
import { TeamsPanel } from './TeamsPanel.tsx'
import { TokensPanel } from './TokensPanel.tsx'

export const peopleLazyRoute = createLazyRoute('/people')({ component: PeoplePage })

function PeoplePage() {
  const t = useAccessMessages()
  const { people: title } = useAccountMessages()
  const { data: me } = useSuspenseQuery(meQuery())
  const { isLoading } = useQuery(peopleQueries.feeds())
  return (
    <PanelsPage>
      <title>{`${title} – HotFix Report`}</title>
      <PageHeader title={title} note={t.people.note} />
      <PeoplePanel />
      <TeamsPanel />
      {me.signIn !== 'single-user' && <TokensPanel />}
      <PeopleFeedsPanel />
      {/* What is above it would push it down. */}
      {!isLoading && <AuditPanel />}
    </PanelsPage>
  )
}
