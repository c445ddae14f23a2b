import { useState } from 'react'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useLocation, useRouter } from '@tanstack/react-router'
import { Destination, type PasswordSet } from '../../contract/access.ts'
import { formatMoment } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { meQuery } from '../lib/me.ts'
import { OwnPasswordForm } from './OwnPasswordForm.tsx'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { FormPage } from '../ui/layout/FormPage.tsx'

export const passwordLazyRoute = createLazyRoute('/password')({ component: PasswordPage })

function PasswordPage() {
  const t = useAccessMessages()
  const { ownPassword: title, signIn } = useAccountMessages()
  // Behind `#` is where they wanted to be before they had to come here.
  const to = Destination.safeParse(useLocation({ select: (location) => location.hash })).data ?? '/'
  // The person at the start: until the browser has its new session, this one seems to have ended.
  const [me] = useState(useSuspenseQuery(meQuery()).data)
  const client = useQueryClient()
  const { history } = useRouter()
  // What was refused until now is read again.
  const goOn = async () => {
    await client.invalidateQueries()
    history.replace(to)
  }
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
          {me.passwordSet === undefined ? <p className="muted">{t.own.note}</p> : <SetFor {...me.passwordSet} />}
          <OwnPasswordForm name={me.name} isSetFor={me.passwordSet !== undefined} onSetFor={goOn} />
        </>
      )}
    </FormPage>
  )
}

/** Tells a person who has set their password, and that it is for the first time only. */
function SetFor({ by, at }: PasswordSet) {
  const { setFor: t } = useAccessMessages()
  const language = useLanguage()
  return (
    <>
      <p>
        <b>{t.told(by, formatMoment(at, language))}</b>
      </p>
      <p>{t.choose}</p>
      <p className="muted">{t.unexpected}</p>
    </>
  )
}
