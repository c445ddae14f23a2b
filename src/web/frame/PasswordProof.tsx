import { useMutation } from '@tanstack/react-query'
import { access } from '../../contract/endpoints/access.ts'
import * as limits from '../../contract/limits.ts'
import { ApiError, codeOf } from '../lib/api.ts'
import { isRefused } from '../lib/refused.ts'
import { call } from '../lib/call.ts'
import { useCommon } from '../i18n/common.ts'
import { TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'
import { Dialog } from '../ui/layout/Dialog.tsx'
import dialog from '../ui/layout/Dialog.module.css'
import { useProofMessages } from './proof-messages.ts'

type Props = { name: string; onProved: () => void; onClose: () => void }

/** Asks for the password again. Where the session has ended, signing in beside it is as good. */
export function PasswordProof({ name, onProved, onClose }: Props) {
  const t = useProofMessages()
  const common = useCommon()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (password: string) => call(access.proveSession, { body: { password } }),
    onSuccess: onProved,
  })
  const isWrong = isRefused(error, 'password')
  const said = () => {
    if (error === null || isWrong) return null
    if (codeOf(error) === 'unauthenticated') return <Ended />
    if (error instanceof ApiError && error.wait > 0) return t.wait(Math.ceil(error.wait / 60))
    return common.problem[codeOf(error)]
  }
  return (
    <Dialog label={t.title} onClose={onClose}>
      <Form
        className={dialog['dialog-body']}
        pending={isPending}
        error={said()}
        onSubmit={(form) => mutate(formText(new FormData(form), 'password'))}
      >
        <h2>{t.title}</h2>
        <p>{t.byPassword(limits.proofMinutes)}</p>
        <input name="name" autoComplete="username" value={name} readOnly hidden />
        <TextField
          name="password"
          type="password"
          label={t.password}
          limits={limits.enteredPassword}
          error={isWrong ? t.wrong : null}
          autoComplete="current-password"
          data-first-focus
        />
        <SubmitRow label={t.confirm} onCancel={onClose} />
      </Form>
    </Dialog>
  )
}

function Ended() {
  const t = useProofMessages()
  return (
    <>
      {t.ended}{' '}
      <a href="/sign-in" target="_blank" rel="noreferrer">
        {t.signInAgain}
      </a>
      <br />
      {t.afterwards}
    </>
  )
}
