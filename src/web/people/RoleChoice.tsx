import type { Role } from '../../contract/access.ts'
import { roles } from '../../contract/vocabulary.ts'
import { useAccountMessages } from '../frame/account-messages.ts'
import { Choice } from '../ui/forms/Choice.tsx'
import { useAccessMessages } from './messages.ts'
import styles from './RoleChoice.module.css'

type Props = { label: string; value: Role; onChange: (role: Role) => void }

/** One of the roles, each with what it may do. */
export function RoleChoice({ label, value, onChange }: Props) {
  const t = useAccessMessages()
  const { roles: names } = useAccountMessages()
  const options = roles.map((role) => ({
    value: role,
    label: (
      <>
        <b>{names[role]}</b> <span className="muted">{t.roleHints[role]}</span>
      </>
    ),
  }))
  return (
    <Choice
      label={label}
      value={value}
      options={options}
      isFirstFocus
      className={styles['role-choice']}
      onChange={onChange}
    />
  )
}
