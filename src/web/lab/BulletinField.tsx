import { useId, useState } from 'react'
import { useLabMessages } from './messages.ts'
import { Field } from '../ui/forms/Field.tsx'

type Props = { bulletin: string; bulletins: readonly string[]; onChoose: (bulletin: string) => void }

/** As many are suggested: a browser is slow with thousands. */
const maxSuggested = 500

/** Of which bulletin a result is recorded: any that is on file. */
export function BulletinField({ bulletin, bulletins, onChoose }: Props) {
  const t = useLabMessages()
  const list = useId()
  const [text, setText] = useState(bulletin)
  const check = (field: HTMLInputElement) => {
    const id = field.value.trim()
    const isThere = bulletins.includes(id)
    field.setCustomValidity(isThere || id === '' ? '' : t.noSuchBulletin)
    return isThere ? id : null
  }
  return (
    <Field label={t.bulletin}>
      {(control) => (
        <>
          <input
            {...control}
            list={list}
            required
            value={text}
            data-first-focus={bulletin === '' || undefined}
            onChange={({ target }) => {
              setText(target.value)
              const id = check(target)
              if (id !== null) onChoose(id)
            }}
          />
          <datalist id={list}>
            {bulletins.slice(0, maxSuggested).map((id) => (
              <option key={id} value={id} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
