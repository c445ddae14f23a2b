import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { call } from '../../client/api.ts'
import { meQuery } from '../../client/me.ts'
import { access } from '../../contract/endpoints/access.ts'
import { Account } from '../../features/access/Account.tsx'
import { useAccountMessages } from '../../i18n/account-messages.ts'

/** Who is using the page. */
export function AccountMenu() {
  const m = useAccountMessages()
  const { data: me } = useQuery(meQuery())
  const href = useLocation({ select: (location) => location.href })
  const pathname = useLocation({ select: (location) => location.pathname })
  if (me === undefined) return null
  return (
    <Account
      // On another page it is closed again.
      key={pathname}
      me={me}
      onSignOut={() => void call(access.signOut, { params: {} }).then(() => location.assign('/'))}
      signIn={
        <Link to="/sign-in" search={{ to: href }} className="button">
          {m.signIn}
        </Link>
      }
      settings={
        <>
          {me.role === 'admin' && (
            <Link to="/people" className="link">
              {m.people}
            </Link>
          )}
          {me.signIn === 'accounts' && me.name !== null && (
            <Link to="/password" className="link">
              {m.ownPassword}
            </Link>
          )}
        </>
      }
    />
  )
}
