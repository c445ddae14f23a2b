import { useEffect, useRef } from 'react'
import { useMutation } from '@tanstack/react-query'
import * as limits from '../../contract/limits.ts'
import type { Credentials } from '../../contract/person-name.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'
import { useAccessMessages } from './messages.ts'
import { usePasswordRefusal } from './refusal.ts'
import stacked from './stacked-form.module.css'

/** Name and password, as a password manager expects them. */
export function SignInForm({ onSignIn }: { onSignIn: (credentials: Credentials) => Promise<unknown> }) {
  const t = useAccessMessages()
  const { signIn } = useAccountMessages()
  const refusal = usePasswordRefusal()
  const { mutate, isPending, error } = useMutation({ mutationFn: onSignIn })
  // It is what the page is for.
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <Form
      className={stacked['stacked-form']}
      pending={isPending}
      error={error && refusal(error, t.wrong)}
      onSubmit={(form) => {
        const given = new FormData(form)
        mutate({ name: formText(given, 'name'), password: formText(given, 'password') })
      }}
    >
      <TextField ref={first} name="name" label={t.name} limits={limits.personName} autoComplete="username" />
      <TextField
        name="password"
        type="password"
        label={t.password}
        limits={limits.enteredPassword}
        autoComplete="current-password"
      />
      <SubmitRow label={signIn} />
    </Form>
  )
}
