import { roles as allRoles } from '../../contract/vocabulary.ts'
import * as limits from '../../contract/limits.ts'
import { tokenDays, type TokenSettings } from '../../contract/people.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { Field } from '../ui/forms/Field.tsx'
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
      className={styles['token-form']}
      pending={isAdding}
      error={error}
      onSubmit={(form) => {
        const given = new FormData(form)
        const role = allRoles.find((each) => each === given.get('role')) ?? allRoles[0]
        const days = tokenDays.find((each) => String(each) === given.get('days')) ?? tokenDays[0]
        onAdd({ title: formText(given, 'title'), role, days }, () => form.reset())
      }}
    >
      <Field label={t.purpose} limits={limits.tokenTitle}>
        {(control) => <input {...control} name="title" />}
      </Field>
      <Field label={roleLabel}>
        {(control) => (
          <select {...control} name="role" defaultValue="viewer">
            {allRoles.map((role) => (
              <option key={role} value={role} title={roleHints[role]}>
                {roles[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.validity}>
        {(control) => (
          <select {...control} name="days" defaultValue="90">
            {tokenDays.map((days) => (
              <option key={days} value={days}>
                {t.days(days)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <SubmitRow label={t.add} isPrimary={false} />
    </Form>
  )
}
