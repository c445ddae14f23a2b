import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../lib/api.ts'
import type { OwnPassword } from '../../contract/people.ts'
import { useAccessMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { formText } from '../ui/forms/form-text.ts'

const fields = ['current', 'password'] as const

/** The password that somebody has and the one that they want, as a password manager expects them. What is refused stays. */
export function OwnPasswordForm({ name, onSave }: { name: string; onSave: (given: OwnPassword) => Promise<unknown> }) {
  const t = useAccessMessages()
  const common = useCommon()
  const [isShown, setShown] = useState(false)
  const { mutate, isPending, error, isSuccess } = useMutation({ mutationFn: onSave })
  const type = isShown ? 'text' : 'password'
  const reasons = { current: t.own.wrong, password: t.people.refused.password }
  const refused =
    error instanceof ApiError ? fields.find((name) => error.details.some(({ field }) => field === name)) : undefined
  const wait = error instanceof ApiError && error.code === 'too_many' ? error.wait : 0
  const reason = refused === undefined ? error && common.problem[codeOf(error)] : reasons[refused]
  if (isSuccess) return <p role="status">{t.own.done}</p>
  return (
    <form
      className="stacked-form"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        if (!isPending) mutate({ current: formText(given, 'current'), password: formText(given, 'password') })
      }}
    >
      <input name="name" autoComplete="username" value={name} readOnly hidden />
      <label className="field">
        {t.own.current}
        <input
          className="field-input"
          name="current"
          type={type}
          autoComplete="current-password"
          {...limits.enteredPassword}
          aria-invalid={refused === 'current'}
        />
      </label>
      <label className="field">
        {t.people.newPassword}
        <input
          className="field-input"
          name="password"
          type={type}
          autoComplete="new-password"
          {...limits.newPassword}
          placeholder={t.people.passwordHint}
          aria-invalid={refused === 'password'}
        />
      </label>
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />
        {t.own.show}
      </label>
      {error !== null && (
        <p role="alert" className="hot">
          {wait > 0 ? t.wait(Math.ceil(wait / 60)) : reason}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isPending}>
        {t.own.save}
      </button>
    </form>
  )
}
