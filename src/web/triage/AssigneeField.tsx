import { useId } from 'react'
import * as limits from '../../contract/limits.ts'
import { messagesHook } from '../i18n/language.tsx'
import { Field } from '../ui/forms/Field.tsx'
import { useTriageMessages } from './messages.ts'
import { useAssignees } from './use-assignees.ts'
import styles from './AssigneeField.module.css'

const useHint = messagesHook({
  ja: { unknownName: '登録された人やチームの名前ではありません。' },
  en: { unknownName: 'No person or team on file has this name.' },
})

type Props = {
  value: string
  placeholder: string
  hasFocus: boolean
  /** Whether an unknown name was tried to be saved that the server does not take. */
  isRefused: boolean
  onChange: (name: string) => void
}

/** Who takes care: oneself by a button, or a team or person by name; names that were entered before are offered too. */
export function AssigneeField({ value, placeholder, hasFocus, isRefused, onChange }: Props) {
  const t = useTriageMessages()
  const list = useId()
  const { me, names, isUnknown } = useAssignees()
  const { unknownName } = useHint()
  const hint = isUnknown(value) ? unknownName : undefined
  return (
    <>
      <Field
        label={t.assignee}
        limits={limits.assignee}
        help={isRefused ? undefined : hint}
        error={isRefused ? unknownName : null}
      >
        {(control) => (
          <span className={styles['assignee-field']}>
            <input
              {...control}
              list={list}
              data-first-focus={hasFocus || undefined}
              placeholder={placeholder}
              value={value}
              onChange={({ target }) => onChange(target.value)}
            />
            <button type="button" className="button" onClick={() => onChange(me)}>
              {t.me}
            </button>
          </span>
        )}
      </Field>
      <datalist id={list}>
        {Array.from(names, (name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
