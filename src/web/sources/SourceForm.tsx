import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import { clsx } from 'clsx'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../lib/api.ts'
import type { SourceSettings } from '../../contract/sources.ts'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { LeaveButton } from '../ui/layout/Dialog.tsx'
import { IntervalField } from './IntervalField.tsx'
import { useSaveSource } from './use-watched-sources.ts'
import styles from './SourceForm.module.css'

type Props = {
  heading: string
  settings: SourceSettings
  /** Null for a new source. */
  id: string | null
  onDone: () => void
  /** Asks whether it is to be removed; not given where it cannot be. */
  onRemove: (() => void) | undefined
}

/** All that can be set of a source. What the server refuses is said beside its field, and nothing typed is lost. */
export function SourceForm({ heading, settings, id, onDone, onRemove }: Props) {
  const save = useSaveSource()
  const t = useSourcesMessages()
  const common = useCommon()
  const [draft, setDraft] = useState(settings)
  const { mutate, isPending, error } = useMutation({ mutationFn: async () => save(id, draft) })
  const refused = new Set(error instanceof ApiError ? error.details.map(({ field }) => field) : [])
  const refusalOf = (field: keyof typeof t.refusals) => (refused.has(field) ? t.refusals[field] : undefined)
  const edit = (change: Partial<SourceSettings>) => setDraft({ ...draft, ...change })
  return (
    <Form
      className={styles['source-form']}
      pending={isPending}
      error={error && refused.size === 0 ? common.problem[codeOf(error)] : null}
      onSubmit={() => mutate(undefined, { onSuccess: onDone })}
    >
      <h2>{heading}</h2>
      <Field label={t.title} limits={limits.sourceTitle} error={refusalOf('title')}>
        {(control) => (
          <input {...control} value={draft.title} onChange={({ target }) => edit({ title: target.value })} />
        )}
      </Field>
      <Field label={t.url} help={t.urlHint} limits={limits.sourceAddress} error={refusalOf('url')}>
        {(control) => (
          <input
            {...control}
            type="url"
            placeholder="https://"
            value={draft.url}
            onChange={({ target }) => edit({ url: target.value.trim() })}
          />
        )}
      </Field>
      <Field label={t.since} help={t.everything} error={refusalOf('since')}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={draft.since ?? ''}
            onChange={({ target }) => edit({ since: target.value === '' ? null : target.value })}
          />
        )}
      </Field>
      <IntervalField label={t.interval} value={draft.everyHours} onChange={(everyHours) => edit({ everyHours })} />
      <label className="check">
        <input type="checkbox" checked={draft.isOn} onChange={({ target }) => edit({ isOn: target.checked })} />
        {t.on}
      </label>
      <SubmitRow label={t.save}>
        <LeaveButton>{t.cancel}</LeaveButton>
        {onRemove !== undefined && (
          <button type="button" className={clsx('link', styles['remove'])} disabled={isPending} onClick={onRemove}>
            {t.removeAsk}
          </button>
        )}
      </SubmitRow>
    </Form>
  )
}
