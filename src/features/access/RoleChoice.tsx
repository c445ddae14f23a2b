import { roles, type Role } from '../../contract/access.ts'
import { useAccessMessages } from '../../i18n/access-messages.ts'
import { useAccountMessages } from '../../i18n/account-messages.ts'

type RoleProps = { value: Role; label: string; isDisabled?: boolean; onChange: (role: Role) => void }

/** One of the roles. */
export function RoleSelect({ value, label, isDisabled = false, onChange }: RoleProps) {
  const m = useAccessMessages()
  const { roles: names } = useAccountMessages()
  return (
    <select
      className="field-input"
      aria-label={label}
      value={value}
      disabled={isDisabled}
      onChange={({ target }) => onChange(roles.find((role) => role === target.value) ?? value)}
    >
      {roles.map((role) => (
        <option key={role} value={role} title={m.roleHints[role]}>
          {names[role]}
        </option>
      ))}
    </select>
  )
}
