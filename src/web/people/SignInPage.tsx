import { useEffect } from 'react'
import { useSuspenseQuery, useMutation } from '@tanstack/react-query'
import { createLazyRoute, useRouter } from '@tanstack/react-router'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { meQuery } from '../lib/me.ts'
import { access } from '../../contract/endpoints/access.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { claimDraftsFor } from '../lib/drafts.ts'
import { leaveUnasked } from '../ui/use-ask-before-unload.ts'
import { FormPage } from '../ui/layout/FormPage.tsx'
import { FormError } from '../ui/forms/FormError.tsx'
import * as limits from '../../contract/limits.ts'
import type { Me } from '../../contract/access.ts'
import type { Credentials } from '../../contract/person-name.ts'
import { TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'
import { usePasswordRefusal } from './refusal.ts'
import stacked from './stacked-form.module.css'

export const signInLazyRoute = createLazyRoute('/sign-in')({ component: SignInPage })

/** Why an earlier try was refused. */
const reasons = ['unavailable', 'refused', 'no-role'] as const

function SignInPage() {
  const t = useAccessMessages()
  const { signIn: title, how } = useAccountMessages()
  const { to = '/', ...asked } = signInLazyRoute.useSearch()
  const refused = reasons.find((reason) => reason === asked.refused)
  const { data: me } = useSuspenseQuery(meQuery())
  const { history } = useRouter()
  // As a new visit: nothing that another person could see stays in memory. Drafts stay with the tab.
  const enter = ({ name, passwordSet }: Me) => {
    claimDraftsFor(name ?? '')
    leaveUnasked()
    location.assign(passwordSet === undefined ? to : `/password#${to}`)
  }
  const isIn = me.signIn !== 'single-user' && me.name !== null && refused === undefined
  useEffect(() => {
    if (isIn) history.replace(to)
  }, [isIn, history, to])
  if (isIn) return null
  return (
    <FormPage title={title}>
      {refused !== undefined && <FormError>{t.refused[refused]}</FormError>}
      {me.signIn === 'openid' && (
        <a
          className="button primary"
          href={`${access.beginOpenId.path}?to=${encodeURIComponent(to)}`}
          onClick={({ ctrlKey, metaKey, shiftKey }) => {
            // In another tab it opens nothing here.
            if (!ctrlKey && !metaKey && !shiftKey) leaveUnasked()
          }}
        >
          {t.provider}
        </a>
      )}
      {me.signIn === 'accounts' && <SignInForm onSignIn={(body) => call(access.signIn, { body }).then(enter)} />}
      {me.signIn === 'single-user' && <p>{how['single-user']}</p>}
    </FormPage>
  )
}

/** Name and password, as a password manager expects them. */
function SignInForm({ onSignIn }: { onSignIn: (credentials: Credentials) => Promise<unknown> }) {
  const t = useAccessMessages()
  const { signIn } = useAccountMessages()
  const refusal = usePasswordRefusal()
  const { mutate, isPending, error } = useMutation({ mutationFn: onSignIn })
  const isWrong = error !== null && codeOf(error) === 'unauthenticated'
  return (
    <Form
      className={stacked['stacked-form']}
      pending={isPending}
      error={error && !isWrong ? refusal(error) : null}
      onSubmit={(form) => {
        const given = new FormData(form)
        mutate({ name: formText(given, 'name'), password: formText(given, 'password') })
      }}
    >
      <TextField name="name" label={t.name} limits={limits.personName} autoComplete="username" />
      <TextField
        name="password"
        type="password"
        label={t.password}
        limits={limits.enteredPassword}
        error={isWrong ? t.wrong : null}
        autoComplete="current-password"
      />
      <SubmitRow label={signIn} />
    </Form>
  )
}
