import * as limits from '../../contract/limits.ts'
import { useId, useState } from 'react'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { useFleetMessages } from './messages.ts'

type Props = {
  platforms: readonly { id: PlatformId; name: string }[]
  /** The list as it is now: what is in it is changed there. */
  lines: readonly FleetLine[]
  onAdd: (line: FleetLine) => void
}

const empty = { name: '', edition: '', machines: '' }

/** One more line; a platform is found by its name. */
export function AddLine({ platforms, lines, onAdd }: Props) {
  const t = useFleetMessages()
  const list = useId()
  const [draft, setDraft] = useState(empty)
  const [refusal, setRefusal] = useState<'noSuchPlatform' | 'alreadyThere' | null>(null)
  const edit = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change })
  return (
    <Form
      className="add-line"
      pending={false}
      error={null}
      onSubmit={() => {
        const wanted = draft.name.trim().toLowerCase()
        // Of a family and its first version of the same name, the version: it says more.
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
      <Field label={t.machines} className="count" limits={limits.machines}>
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
