import * as limits from '../../contract/limits.ts'
import { useId } from 'react'
import type { PlatformId } from '../../contract/platform.ts'
import type { Edition } from '../../domain/lab/grid.ts'
import { useLabMessages } from './messages.ts'
import type { Draft, Edit } from './draft.ts'
import { Field } from '../ui/forms/Field.tsx'

type Props = {
  draft: Draft
  editions: readonly Edition[]
  /** Those that can be chosen; the draft may have another. */
  platforms: readonly { id: PlatformId; name: string }[]
  nameOf: (platform: PlatformId) => string
  isFirstFocus: boolean
  onEdit: Edit
}

/** On which OS edition it was tested. Its platform is known where the edition is, and else has to be said. */
export function EditionFields({ draft, editions, platforms, nameOf, isFirstFocus, onEdit }: Props) {
  const t = useLabMessages()
  const list = useId()
  const platformOf = (name: string) => editions.find((each) => each.name === name)?.platform ?? null
  const offered =
    draft.platform === null || platforms.some(({ id }) => id === draft.platform)
      ? platforms
      : [{ id: draft.platform, name: nameOf(draft.platform) }, ...platforms]
  const rename = (edition: string) => {
    // A platform that the edition before had brought along goes with it.
    const chosen = draft.platform === platformOf(draft.edition) ? null : draft.platform
    onEdit({ edition, platform: platformOf(edition) ?? chosen })
  }
  return (
    <div className="pair">
      <Field label={t.edition} limits={limits.osEdition}>
        {(control) => (
          <input
            {...control}
            list={list}
            value={draft.edition}
            data-first-focus={isFirstFocus || undefined}
            onChange={({ target }) => rename(target.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {editions.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label={t.platform}>
        {(control) => (
          <select
            {...control}
            required
            value={draft.platform ?? ''}
            onChange={({ target }) => onEdit({ platform: target.value === '' ? null : target.value })}
          >
            <option value="">{t.choosePlatform}</option>
            {offered.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
