import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../lib/api.ts'
import { isRefused } from '../lib/refused.ts'
import { call } from '../lib/call.ts'
import { meQuery } from '../lib/me.ts'
import { access } from '../../contract/endpoints/access.ts'
import * as limits from '../../contract/limits.ts'
import type { OwnPassword } from '../../contract/people.ts'
import { CheckBox, TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'
import { useAccessMessages } from './messages.ts'
import { usePasswordRefusal } from './refusal.ts'
import stacked from './stacked-form.module.css'

type Props = {
  name: string
  /** Whether another person has set the present one. */
  isSetFor: boolean
  /** Called once such a one is changed. */
  onSetFor: () => Promise<void>
}

/** Current and new password, as a password manager expects them. What is refused stays in its field. */
export function OwnPasswordForm({ name, isSetFor, onSetFor }: Props) {
  const client = useQueryClient()
  const t = useAccessMessages()
  const refusal = usePasswordRefusal()
  const [isShown, setShown] = useState(false)
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: async (body: OwnPassword) => {
      // What another person has chosen is not to stay, and that is known without asking.
      if (body.current === body.password) throw sameAsBefore()
      await call(access.setOwnPassword, { body })
      if (isSetFor) return onSetFor()
      await client.invalidateQueries({ queryKey: meQuery().queryKey })
    },
  })
  const type = isShown ? 'text' : 'password'
  const isSame = error instanceof ApiError && error.message === sameAsBefore().message
  const refused = isRefused(error, 'current') || isRefused(error, 'password')
  if (isSuccess) return <p role="status">{t.own.done}</p>
  return (
    <Form
      className={stacked['stacked-form']}
      pending={isPending}
      error={error && !refused ? refusal(error) : null}
      onSubmit={(form) => {
        const given = new FormData(form)
        mutate({ current: formText(given, 'current'), password: formText(given, 'password') })
      }}
    >
      <input name="name" autoComplete="username" value={name} readOnly hidden />
      <TextField
        name="current"
        type={type}
        label={isSetFor ? t.setFor.current : t.own.current}
        limits={limits.enteredPassword}
        error={isRefused(error, 'current') ? t.own.wrong : null}
        autoComplete="current-password"
      />
      <TextField
        name="password"
        type={type}
        label={t.people.newPassword}
        limits={limits.newPassword}
        error={isRefused(error, 'password') ? (isSame ? t.own.same : t.people.refused.password) : null}
        autoComplete="new-password"
        placeholder={t.people.passwordHint}
      />
      <CheckBox isChecked={isShown} label={t.own.show} onCheck={setShown} />
      <SubmitRow label={t.own.save} />
    </Form>
  )
}

const sameAsBefore = () =>
  new ApiError('invalid', 'the same as before', { details: [{ field: 'password', message: 'the same as before' }] })
