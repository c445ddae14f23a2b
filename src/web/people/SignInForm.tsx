import * as limits from '../../contract/limits.ts'
import { useEffect, useRef } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../lib/api.ts'
import type { Credentials } from '../../contract/person-name.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { useCommon } from '../i18n/common.ts'
import { formText } from '../ui/forms/form-text.ts'

/** Name and password, as a password manager expects them. */
export function SignInForm({ onSignIn }: { onSignIn: (credentials: Credentials) => Promise<unknown> }) {
  const t = useAccessMessages()
  const { signIn } = useAccountMessages()
  const common = useCommon()
  const { mutate, isPending, error } = useMutation({ mutationFn: onSignIn })
  // It is what the page is for.
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const message = (code: ApiError['code']) => (code === 'unauthenticated' ? t.wrong : common.problem[code])
  const wait = error instanceof ApiError && error.code === 'too_many' ? error.wait : 0
  return (
    <form
      className="stacked-form"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        if (!isPending) mutate({ name: formText(given, 'name'), password: formText(given, 'password') })
      }}
    >
      <label className="field">
        {t.name}
        <input ref={first} className="field-input" name="name" autoComplete="username" {...limits.personName} />
      </label>
      <label className="field">
        {t.password}
        <input
          className="field-input"
          name="password"
          type="password"
          autoComplete="current-password"
          {...limits.enteredPassword}
        />
      </label>
      {error !== null && (
        <p role="alert" className="hot">
          {wait > 0 ? t.wait(Math.ceil(wait / 60)) : message(codeOf(error))}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isPending}>
        {signIn}
      </button>
    </form>
  )
}
