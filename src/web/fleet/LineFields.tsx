import { useId, useState } from 'react'
import { machineRole, machineRoles } from '../../contract/limits.ts'
import { proposedRoles, reachabilities, type FleetLine } from '../../contract/fleet.ts'
import { readRoles, withReachable, withRoles } from '../../domain/fleet/lines.ts'
import { Field } from '../ui/forms/Field.tsx'
import { useFleetMessages } from './messages.ts'
import styles from './LineFields.module.css'

type Props = {
  line: FleetLine
  /** The line in words, for screen readers. */
  name: string
  onChange: (line: FleetLine) => void
}

/** Whether the internet reaches the machines of a line; nobody has to say. */
export function ReachableField({ line, name, onChange }: Props) {
  const t = useFleetMessages()
  return (
    <Field label={`${t.reachable}: ${name}`} isLabelHidden className={styles['field']}>
      {(control) => (
        <select
          {...control}
          value={line.reachable ?? ''}
          onChange={({ target }) =>
            onChange(withReachable(line, reachabilities.find((word) => word === target.value) ?? null))
          }
        >
          <option value="">{t.reachabilities.unknown}</option>
          {reachabilities.map((word) => (
            <option key={word} value={word}>
              {t.reachabilities[word]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

const isTooLong = (role: string) => role.length > machineRole.maxLength

/** What the machines of a line are for, with commas between. */
export function RolesField({ line, name, onChange }: Props) {
  const t = useFleetMessages()
  const list = useId()
  const { roles = [] } = line
  const [typed, setTyped] = useState('')
  // A comma that is being typed is no role yet; what is discarded or comes from elsewhere is shown at once.
  const shown = readRoles(typed).join() === roles.join() ? typed : roles.join(', ')
  const isWrong = roles.some(isTooLong) || roles.length > machineRoles.maxLength
  return (
    <Field
      label={`${t.roles}: ${name}`}
      isLabelHidden
      className={styles['field']}
      error={isWrong ? t.problems.roles(roles.find(isTooLong) ?? '') : null}
    >
      {(control) => (
        <>
          <input
            {...control}
            list={list}
            placeholder={t.rolesExample}
            value={shown}
            onChange={({ target }) => {
              setTyped(target.value)
              onChange(withRoles(line, readRoles(target.value)))
            }}
          />
          <datalist id={list}>
            {proposedRoles.map((role) => (
              <option key={role} value={role} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
