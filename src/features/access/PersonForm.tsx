import { useState } from 'react'
import type { Role } from '../../contract/access.ts'
import type { Person, PersonSettings } from '../../contract/people.ts'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { useAccountMessages } from '../../i18n/account-messages.ts'
import { formText } from '../../ui/forms/form-text.ts'
import { RoleSelect } from './RoleSelect.tsx'

type FormProps = {
  /** Whose password is set; null for somebody new. */
  person: Person | null
  /** Whether somebody has to let the others in. */
  isFirst?: boolean
  onSave: (name: string, settings: PersonSettings) => void
  onCancel: () => void
}

/** Lets somebody new in, or sets the password of a person. */
export function PersonForm({ person, isFirst = false, onSave, onCancel }: FormProps) {
  const m = useAccessMessages()
  const { role: roleLabel } = useAccountMessages()
  const [role, setRole] = useState<Role>(person?.role ?? (isFirst ? 'admin' : 'analyst'))
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        onSave(person?.name ?? formText(given, 'name').trim(), { role, password: formText(given, 'password') })
      }}
    >
      {person === null ? (
        <>
          <label className="field">
            {m.name}
            <input className="field-input" name="name" required maxLength={80} autoComplete="off" />
          </label>
          <label className="field">
            {roleLabel}
            <RoleSelect value={role} label={roleLabel} onChange={setRole} />
          </label>
        </>
      ) : (
        <b>{person.name}</b>
      )}
      <label className="field">
        {person === null ? m.password : m.people.newPassword}
        <input
          className="field-input"
          name="password"
          type="password"
          required
          minLength={12}
          maxLength={200}
          autoComplete="new-password"
          placeholder={m.people.passwordHint}
        />
      </label>
      <button type="submit" className="button primary">
        {m.people.save}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {m.people.cancel}
      </button>
    </form>
  )
}
