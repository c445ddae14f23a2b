import { useInfiniteQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { call } from '../lib/api.ts'
import { meQuery } from '../lib/me.ts'
import { peopleQueries } from './queries.ts'
import { people } from '../../contract/endpoints/people.ts'
import { AuditPanel } from './AuditPanel.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { TokensPanel } from './TokensPanel.tsx'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import './PeoplePage.css'

export const peopleLazyRoute = createLazyRoute('/people')({ component: PeoplePage })

function PeoplePage() {
  const t = useAccessMessages()
  const { people: title } = useAccountMessages()
  const client = useQueryClient()
  const { data: everybody } = useSuspenseQuery(peopleQueries.list())
  const { data: tokens } = useSuspenseQuery(peopleQueries.tokens())
  const { data: me } = useSuspenseQuery(meQuery())
  const audit = useInfiniteQuery(peopleQueries.audit())
  const reload = () =>
    Promise.all(
      [peopleQueries.list(), peopleQueries.tokens(), peopleQueries.audit()].map(({ queryKey }) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  return (
    <PanelsPage className="people-page">
      <title>{`${title} – HotFix Report`}</title>
      <PageHeader title={title} note={t.people.note} />
      <PeoplePanel
        people={everybody}
        signIn={me.signIn}
        me={me.name}
        onSet={(name, body) => call(people.setPerson, { params: { name }, body }).then(reload)}
        onRemove={(name) => call(people.removePerson, { params: { name } }).then(reload)}
      />
      {me.signIn !== 'single-user' && (
        <TokensPanel
          tokens={tokens}
          onAdd={async (body) => {
            const made = await call(people.addToken, { params: {}, body })
            await reload()
            return made
          }}
          onRevoke={(id) => call(people.revokeToken, { params: { id: String(id) } }).then(reload)}
        />
      )}
      <AuditPanel
        entries={audit.data?.pages.flat() ?? []}
        onMore={audit.hasNextPage ? () => void audit.fetchNextPage() : null}
        link={(id) => (
          <Link to="/bulletins/$id" params={{ id }} search={{}} className="link">
            {id}
          </Link>
        )}
      />
    </PanelsPage>
  )
}
