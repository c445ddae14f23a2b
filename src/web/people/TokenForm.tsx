import { clsx } from 'clsx'
import { roles as allRoles } from '../../contract/vocabulary.ts'
import * as limits from '../../contract/limits.ts'
import { tokenDays, type TokenSettings } from '../../contract/people.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { ListField, TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { formText } from '../ui/forms/form-text.ts'
import { useAccessMessages } from './messages.ts'
import styles from './TokenForm.module.css'

type Props = {
  isAdding: boolean
  error: string | null
  onAdd: (settings: TokenSettings, onSuccess: () => void) => void
}

/** What is entered stays until the token is made. */
export function TokenForm({ isAdding, error, onAdd }: Props) {
  const { tokens: t, roleHints } = useAccessMessages()
  const { role: roleLabel, roles } = useAccountMessages()
  return (
    <Form
      className={clsx(styles['token-form'], 'on-screen')}
      pending={isAdding}
      error={error}
      onSubmit={(form) => {
        const given = new FormData(form)
        const role = allRoles.find((each) => each === given.get('role')) ?? allRoles[0]
        const days = tokenDays.find((each) => String(each) === given.get('days')) ?? tokenDays[0]
        onAdd({ title: formText(given, 'title'), role, days }, () => form.reset())
      }}
    >
      <TextField name="title" label={t.purpose} limits={limits.tokenTitle} />
      <ListField
        name="role"
        label={roleLabel}
        defaultValue="viewer"
        options={allRoles.map((role) => ({ value: role, label: roles[role], title: roleHints[role] }))}
      />
      <ListField
        name="days"
        label={t.validity}
        defaultValue={90}
        options={tokenDays.map((days) => ({ value: days, label: t.days(days) }))}
      />
      <SubmitRow label={t.add} isPrimary={false} />
    </Form>
  )
}
