import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { meQuery } from '../lib/me.ts'
import { access } from '../../contract/endpoints/access.ts'
import { Account } from './Account.tsx'
import { Bell } from './Bell.tsx'
import { useAccountMessages } from './account-messages.ts'
import { useLeavingMessages } from '../ui/layout/messages.ts'
import { useCommon } from '../i18n/common.ts'
import { clearDrafts, hasDrafts } from '../lib/drafts.ts'
import { leaveUnasked } from '../ui/use-ask-before-unload.ts'

/** Ends the session and clears drafts and memory. A reader who agreed to lose drafts is not asked again. */
async function signOut(isAgreed: boolean) {
  await call(access.signOut, {})
  clearDrafts()
  if (isAgreed) leaveUnasked()
  location.assign('/')
}

/** Who is using the page. */
export function AccountMenu() {
  const t = useAccountMessages()
  const { question, signOutAnyway } = useLeavingMessages()
  const common = useCommon()
  const leaving = useMutation({ mutationFn: signOut })
  const { data: me } = useQuery(meQuery())
  if (me === undefined) return null
  return (
    <>
      {me.name !== null && <Bell />}
      <Account
        me={me}
        onSignOut={() => {
          const isAsked = hasDrafts()
          if (!isAsked || window.confirm(`${question} ${signOutAnyway}`)) leaving.mutate(isAsked)
        }}
        problem={leaving.error && common.problem[codeOf(leaving.error)]}
        signIn={<SignIn />}
        settings={
          <>
            {me.name !== null && (
              <Link to="/my-work" className="link">
                {t.myWork}
              </Link>
            )}
            <Link to="/board" className="link">
              {t.board}
            </Link>
            <Link to="/sources" className="link">
              {common.pages.sources}
            </Link>
            {me.role === 'admin' && (
              <>
                <Link to="/policy" className="link">
                  {t.policy}
                </Link>
                <Link to="/people" className="link">
                  {t.people}
                </Link>
              </>
            )}
            {me.name !== null && (
              <Link to="/feeds" className="link">
                {t.feeds}
              </Link>
            )}
            {me.signIn !== 'single-user' && me.name !== null && (
              <Link to="/account" className="link">
                {t.ownAccount}
              </Link>
            )}
            {me.signIn === 'accounts' && me.name !== null && (
              <Link to="/password" className="link">
                {t.ownPassword}
              </Link>
            )}
          </>
        }
      />
    </>
  )
}

/** The way in, and from there back to this page. */
function SignIn() {
  const t = useAccountMessages()
  const href = useLocation({ select: (location) => location.href })
  const isThere = useLocation({ select: ({ pathname }) => pathname === '/sign-in' })
  return (
    !isThere && (
      <Link to="/sign-in" search={{ to: href }} className="button">
        {t.signIn}
      </Link>
    )
  )
}
