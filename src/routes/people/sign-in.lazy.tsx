import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { call } from '../../client/api.ts'
import { meQuery } from '../../client/me.ts'
import { access } from '../../contract/endpoints/access.ts'
import { SignInForm } from '../../features/access/SignInForm.tsx'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { useAccountMessages } from '../../i18n/account-messages.ts'
import { FormPage } from './FormPage.tsx'

export const signInLazyRoute = createLazyRoute('/sign-in')({ component: SignInPage })

function SignInPage() {
  const m = useAccessMessages()
  const { signIn: title, how } = useAccountMessages()
  const { to = '/', refused } = signInLazyRoute.useSearch()
  const { data: me } = useSuspenseQuery(meQuery())
  // As a new visit: nothing of what somebody else could see stays in memory.
  const enter = () => location.assign(to)
  return (
    <FormPage title={title}>
      {refused !== undefined && (
        <p role="alert" className="hot">
          {m.refused[refused]}
        </p>
      )}
      {me.signIn === 'openid' && (
        <a className="button primary" href={`${access.beginOpenId.path}?to=${encodeURIComponent(to)}`}>
          {m.provider}
        </a>
      )}
      {me.signIn === 'accounts' && (
        <SignInForm onSignIn={(body) => call(access.signIn, { params: {}, body }).then(enter)} />
      )}
      {me.signIn === 'single-user' && <p>{how['single-user']}</p>}
    </FormPage>
  )
}
