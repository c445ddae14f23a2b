import { useId } from 'react'
import { useQuery } from '@tanstack/react-query'
import * as limits from '../../contract/limits.ts'
import { messagesHook } from '../i18n/language.tsx'
import { usePerson } from '../lib/me.ts'
import { Field } from '../ui/forms/Field.tsx'
import { useTriageMessages } from './messages.ts'
import { assigneesQuery, nobody, nothingKnown, triageQuery } from './queries.ts'
import styles from './AssigneeField.module.css'

const useHint = messagesHook({
  ja: { unknownName: '登録された人やチームの名前ではありません。サインインする人がいる場合は保存できません。' },
  en: { unknownName: 'No person or team on file has this name. Where people sign in, it cannot be saved.' },
})

type Props = { value: string; placeholder: string; hasFocus: boolean; onChange: (name: string) => void }

/** Who takes care: oneself by a button, or a team or person by name; names that were entered before are offered too. */
export function AssigneeField({ value, placeholder, hasFocus, onChange }: Props) {
  const t = useTriageMessages()
  const list = useId()
  const me = usePerson()?.name ?? ''
  const { states } = useQuery({ ...triageQuery(), enabled: false }).data ?? nothingKnown
  const { people, teams } = useQuery(assigneesQuery()).data ?? nobody
  const before = Array.from(states.values()).flatMap(({ assignee }) => assignee ?? [])
  const { unknownName } = useHint()
  const known = [...teams, ...people, ...before, me]
  // Where nobody is on file, nobody is unknown.
  const isUnknown = teams.length + people.length > 0 && value.trim() !== '' && !known.includes(value.trim())
  const names = new Set([...teams, ...people, ...before.toSorted()])
  return (
    <>
      <Field label={t.assignee} limits={limits.assignee} help={isUnknown ? unknownName : undefined}>
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
