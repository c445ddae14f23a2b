import { useId, useState } from 'react'
import { Field } from '../../ui/forms/Field.tsx'
import { useCatalogue } from '../../catalogue/catalogue.ts'
import { useRecordMessages } from './messages.ts'

type Props = { bulletin: string; onChoose: (bulletin: string) => void }

/** Browsers are slow with thousands of suggestions. */
const maxSuggested = 500

/** The bulletin that was tested: any that is on file. */
export function BulletinField({ bulletin, onChoose }: Props) {
  const t = useRecordMessages()
  const list = useId()
  const bulletins = useCatalogue().columns.table.columns.id.values
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
