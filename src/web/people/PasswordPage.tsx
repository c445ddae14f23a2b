import { useState } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { FormPage } from './FormPage.tsx'

export const passwordLazyRoute = createLazyRoute('/password')({ component: PasswordPage })

function PasswordPage() {
  const t = useAccessMessages()
  const { ownPassword: title, signIn } = useAccountMessages()
  // The person at the start: until the browser has its new session, this one seems to have ended.
  const [me] = useState(useSuspenseQuery(meQuery()).data)
  return (
    <FormPage title={title}>
      {me.signIn !== 'accounts' && <p>{t.own.nothing}</p>}
      {me.signIn === 'accounts' && me.name === null && (
        <Link to="/sign-in" search={{ to: '/password' }} className="button primary">
          {signIn}
        </Link>
      )}
      {me.signIn === 'accounts' && me.name !== null && (
        <>
          <p className="muted">{t.own.note}</p>
          <OwnPasswordForm name={me.name} />
        </>
      )}
    </FormPage>
  )
}
