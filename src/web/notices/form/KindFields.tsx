import { useId } from 'react'
import type { NoticeKind } from '../../../contract/notices.ts'
import { noticeWords } from '../../../words/notices.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { CheckBox } from '../../ui/forms/controls.tsx'
import { useKindMessages } from '../kind-messages.ts'
import { kindGroups, kindsOf, withGroup, withKind, type KindGroup } from '../kinds.ts'
import styles from './KindFields.module.css'

type Props = {
  kinds: readonly NoticeKind[]
  /** Why what is chosen cannot be; null for nothing. */
  error: string | null
  onChange: (kinds: NoticeKind[]) => void
}

/** Which kinds of change are told: by the group, and one by one. */
export function KindFields({ kinds, error, onChange }: Props) {
  const t = useKindMessages()
  const id = useId()
  const language = useLanguage()
  const names = noticeWords[language].kind
  return (
    <fieldset
      className={styles['kind-fields']}
      aria-invalid={error !== null}
      aria-describedby={error === null ? undefined : id}
      tabIndex={-1}
    >
      <legend>{t.kinds}</legend>
      <ul>
        {kindGroups.map((group) => (
          <Group key={group} group={group} kinds={kinds} onChange={onChange} />
        ))}
      </ul>
      <details>
        <summary className="link">{t.one}</summary>
        <div>
          {kindGroups.map((group) => (
            <ul key={group} aria-label={t.groups[group]}>
              {kindsOf(group).map((kind) => (
                <li key={kind}>
                  <CheckBox
                    label={names[kind]}
                    isChecked={kinds.includes(kind)}
                    onCheck={(is) => onChange(withKind(kinds, kind, is))}
                  />
                </li>
              ))}
            </ul>
          ))}
        </div>
      </details>
      {error !== null && (
        <p id={id} role="alert" className="hot">
          {error}
        </p>
      )}
    </fieldset>
  )
}

type GroupProps = { group: KindGroup; kinds: readonly NoticeKind[]; onChange: (kinds: NoticeKind[]) => void }

/** All kinds of a group at once; said to be mixed where some of them are chosen. */
function Group({ group, kinds, onChange }: GroupProps) {
  const t = useKindMessages()
  const all = kindsOf(group)
  const chosen = all.filter((kind) => kinds.includes(kind)).length
  const isSome = chosen > 0 && chosen < all.length
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={chosen === all.length}
          ref={(box) => {
            if (box !== null) box.indeterminate = isSome
          }}
          onChange={({ target }) => onChange(withGroup(kinds, group, target.checked))}
        />
        {t.groups[group]}
        {isSome && <span className="muted">{`${chosen} / ${all.length}`}</span>}
      </label>
    </li>
  )
}
