import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { call } from '../../client/api.ts'
import { meQuery } from '../../client/me.ts'
import { access } from '../../contract/endpoints/access.ts'
import { Account } from '../../features/access/Account.tsx'
import { useAccessMessages } from '../../i18n/access-messages.ts'

/** Who is using the page. */
export function AccountMenu() {
  const m = useAccessMessages()
  const { data: me } = useQuery(meQuery())
  const href = useLocation({ select: (location) => location.href })
  if (me === undefined) return null
  return (
    <Account
      me={me}
      onSignOut={() => void call(access.signOut, { params: {} }).then(() => location.assign('/'))}
      signIn={
        <Link to="/sign-in" search={{ to: href }} className="button">
          {m.signIn}
        </Link>
      }
      people={
        me.role === 'admin' && (
          <Link to="/people" className="link">
            {m.people.page}
          </Link>
        )
      }
    />
  )
}
