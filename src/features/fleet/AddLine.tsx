import { useId, useState } from 'react'
import type { FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { useFleetMessages } from '../../i18n/fleet-messages.ts'

type Props = {
  platforms: readonly { id: PlatformId; name: string }[]
  onAdd: (line: FleetLine) => void
}

const empty = { name: '', edition: '', machines: '' }

/** One more line; a platform is found by its name. */
export function AddLine({ platforms, onAdd }: Props) {
  const m = useFleetMessages()
  const list = useId()
  const [draft, setDraft] = useState(empty)
  const [isUnknown, setUnknown] = useState(false)
  const edit = (change: Partial<typeof empty>) => setDraft({ ...draft, ...change })
  return (
    <form
      className="add-line"
      onSubmit={(event) => {
        event.preventDefault()
        const wanted = draft.name.trim().toLowerCase()
        const found = platforms.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
        setUnknown(found === undefined)
        if (found === undefined) return
        onAdd({ platform: found.id, edition: draft.edition.trim() || null, machines: Number(draft.machines) })
        setDraft(empty)
      }}
    >
      <label className="field">
        {m.platform}
        <input
          className="field-input"
          list={list}
          required
          value={draft.name}
          aria-invalid={isUnknown}
          onChange={({ target }) => edit({ name: target.value })}
        />
        {isUnknown && (
          <span className="hot" role="alert">
            {m.noSuchPlatform}
          </span>
        )}
      </label>
      <datalist id={list}>
        {platforms.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <label className="field">
        {m.edition}
        <input
          className="field-input"
          maxLength={120}
          value={draft.edition}
          onChange={({ target }) => edit({ edition: target.value })}
        />
      </label>
      <label className="field">
        {m.machines}
        <input
          className="field-input count"
          type="number"
          min={1}
          max={10_000_000}
          required
          value={draft.machines}
          onChange={({ target }) => edit({ machines: target.value })}
        />
      </label>
      <button type="submit" className="button">
        {m.add}
      </button>
    </form>
  )
}
