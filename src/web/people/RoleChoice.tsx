import { useId } from 'react'
import { roles, type Role } from '../../contract/access.ts'
import { useAccessMessages } from './messages.ts'
import { useAccountMessages } from '../frame/account-messages.ts'

type Props = { label: string; value: Role; onChange: (role: Role) => void }

/** One of the roles, each with what it may do. */
export function RoleChoice({ label, value, onChange }: Props) {
  const t = useAccessMessages()
  const { roles: names } = useAccountMessages()
  const group = useId()
  return (
    <fieldset className="role-choice">
      <legend>{label}</legend>
      {roles.map((role) => (
        <label key={role}>
          <input
            type="radio"
            name={group}
            checked={role === value}
            data-first-focus={role === value || undefined}
            onChange={() => onChange(role)}
          />
          <b>{names[role]}</b> <span className="muted">{t.roleHints[role]}</span>
        </label>
      ))}
    </fieldset>
  )
}
