import * as limits from '../../contract/limits.ts'
import { useId, useMemo, useState } from 'react'
import { clsx } from 'clsx'
import { lineKey, type FleetLine } from '../../contract/fleet.ts'
import type { PlatformId } from '../../contract/platform.ts'
import { repeatedBy } from '../../domain/fleet/doubles.ts'
import { platformReader } from '../../domain/platforms/names.ts'
import { suggestedPlatforms } from '../../domain/platforms/suggestions.ts'
import { usePlatforms } from '../catalogue/platforms.ts'
import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { Combobox, type ComboboxChoice } from '../ui/forms/Combobox.tsx'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { useFleetMessages } from './messages.ts'
import { useLineNames } from './use-line-names.ts'
import styles from './AddLine.module.css'

type Props = {
  /** The list as it is now: a line of it is changed there, not added again. */
  lines: readonly FleetLine[]
  /** OS editions that are known of a platform. */
  editionsOf: (platform: PlatformId) => readonly string[]
  onAdd: (line: FleetLine) => void
}

const empty = { name: '', platform: null as PlatformId | null, edition: '', machines: '' }

/** The most platforms that are proposed at a time. */
const maxChoices = 12

/** One more line; a platform is found by any of its names. */
export function AddLine({ lines, editionsOf, onAdd }: Props) {
  const t = useFleetMessages()
  const language = useLanguage()
  const platforms = usePlatforms()
  const { hasNoVersion, nameOfLine } = useLineNames()
  const editions = useId()
  const [draft, setDraft] = useState(empty)
  const [refusal, setRefusal] = useState<string | null>(null)
  const edit = (change: Partial<typeof empty>) => {
    setDraft({ ...draft, ...change })
    setRefusal(null)
  }
  const choices = useMemo(
    () =>
      draft.platform !== null
        ? []
        : suggestedPlatforms(platforms, draft.name, maxChoices).map(({ id, label, vendor }): ComboboxChoice => ({
            id,
            label: readText(label, language).value,
            note: hasNoVersion(id) ? t.noVersion : vendor,
          })),
    [platforms, draft, language, hasNoVersion, t],
  )
  const add = () => {
    const meaning =
      draft.platform === null ? platformReader(platforms)(draft.name) : ({ is: 'one', id: draft.platform } as const)
    if (meaning.is === 'none') return setRefusal(t.noSuchPlatform)
    if (meaning.is === 'several') return setRefusal(t.problems.several(meaning.ids.join(', ')))
    const line = { platform: meaning.id, edition: draft.edition.trim() || null, machines: Number(draft.machines) }
    const same = repeatedBy(line, lines)
    if (same === undefined) {
      onAdd(line)
      setDraft(empty)
      return setRefusal(null)
    }
    const [name, count] = [nameOfLine(same), formatNumber(same.machines)]
    setRefusal(lineKey(same) === lineKey(line) ? t.alreadyThere(name, count) : t.countsAgain(name, count))
  }
  return (
    <Form className={clsx(styles['add-line'], 'on-screen')} pending={false} error={null} onSubmit={add}>
      <Combobox
        label={t.platform}
        className={styles['platform']}
        required
        placeholder={t.platformExample}
        value={draft.name}
        choices={choices}
        none={draft.platform === null ? t.noneFits(draft.name.trim()) : ''}
        error={refusal}
        onType={(name) => edit({ name, platform: null })}
        onChoose={({ id, label }) => edit({ name: label, platform: id })}
      />
      <Field label={t.edition} limits={{ maxLength: limits.osEdition.maxLength }}>
        {(control) => (
          <>
            <input
              {...control}
              list={editions}
              value={draft.edition}
              onChange={({ target }) => edit({ edition: target.value })}
            />
            <datalist id={editions}>
              {draft.platform !== null &&
                editionsOf(draft.platform).map((edition) => <option key={edition} value={edition} />)}
            </datalist>
          </>
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
