import * as limits from '../../contract/limits.ts'
import { useId, useState } from 'react'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { useFleetMessages } from './messages.ts'
import styles from './AddLine.module.css'

type Props = {
  /** The list as it is now: a line of it is changed there, not added again. */
  lines: readonly FleetLine[]
  onAdd: (line: FleetLine) => void
}

const empty = { name: '', edition: '', machines: '' }

/** One more line; a platform is found by its name. */
export function AddLine({ lines, onAdd }: Props) {
  const t = useFleetMessages()
  const language = useLanguage()
  const platforms = useCatalogue().platforms.map(({ id, label }) => ({ id, name: readText(label, language).value }))
  const list = useId()
  const [draft, setDraft] = useState(empty)
  const [refusal, setRefusal] = useState<'noSuchPlatform' | 'alreadyThere' | null>(null)
  const edit = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change })
  return (
    <Form
      className={styles['add-line']}
      pending={false}
      error={null}
      onSubmit={() => {
        const wanted = draft.name.trim().toLowerCase()
        // A family and its first version may have the same name: the version says more.
        const found = platforms.findLast(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
        if (found === undefined) return setRefusal('noSuchPlatform')
        const line = { platform: found.id, edition: draft.edition.trim() || null, machines: Number(draft.machines) }
        if (lines.some((each) => lineKey(each) === lineKey(line))) return setRefusal('alreadyThere')
        setRefusal(null)
        onAdd(line)
        setDraft(empty)
      }}
    >
      <Field label={t.platform} error={refusal && t[refusal]}>
        {(control) => (
          <input
            {...control}
            list={list}
            required
            value={draft.name}
            onChange={({ target }) => edit({ name: target.value })}
          />
        )}
      </Field>
      <datalist id={list}>
        {platforms.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Field label={t.edition} limits={{ maxLength: limits.osEdition.maxLength }}>
        {(control) => (
          <input {...control} value={draft.edition} onChange={({ target }) => edit({ edition: target.value })} />
        )}
      </Field>
      <Field label={t.machines} className={styles['count']} limits={limits.machines}>
        {(control) => (
          <input
            {...control}
            type="number"
            required
            value={draft.machines}
            onChange={({ target }) => edit({ machines: target.value })}
          />
        )}
      </Field>
      <SubmitRow label={t.add} isPrimary={false} />
    </Form>
  )
}
