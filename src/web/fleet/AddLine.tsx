import * as limits from '../../contract/limits.ts'
import { useId, useState } from 'react'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
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
    <form
      className="add-line"
      onSubmit={(event) => {
        event.preventDefault()
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
      <label className="field">
        {t.platform}
        <input
          className="field-input"
          list={list}
          required
          value={draft.name}
          aria-invalid={refusal !== null}
          onChange={({ target }) => edit({ name: target.value })}
        />
        {refusal !== null && (
          <span className="hot" role="alert">
            {t[refusal]}
          </span>
        )}
      </label>
      <datalist id={list}>
        {platforms.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <label className="field">
        {t.edition}
        <input
          className="field-input"
          maxLength={limits.osEdition.maxLength}
          value={draft.edition}
          onChange={({ target }) => edit({ edition: target.value })}
        />
      </label>
      <label className="field">
        {t.machines}
        <input
          className="field-input count"
          type="number"
          {...limits.machines}
          required
          value={draft.machines}
          onChange={({ target }) => edit({ machines: target.value })}
        />
      </label>
      <button type="submit" className="button">
        {t.add}
      </button>
    </form>
  )
}
