import * as limits from '../../contract/limits.ts'
import { useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../lib/api.ts'
import type { SourceSettings } from '../../contract/sources.ts'
import { useMessages } from '../i18n/messages.ts'
import { useSourcesMessages } from './messages.ts'
import { LeaveButton } from '../ui/layout/Dialog.tsx'
import { IntervalField } from './IntervalField.tsx'

type Props = {
  heading: string
  settings: SourceSettings
  onSave: (settings: SourceSettings) => Promise<unknown>
  /** Asks whether it is to be removed; not given where it cannot be. */
  onRemove: (() => void) | undefined
}

/** All that can be set of a source. What the server refuses is said beside its field, and nothing typed is lost. */
export function SourceForm({ heading, settings, onSave, onRemove }: Props) {
  const s = useSourcesMessages()
  const { t } = useMessages()
  const [draft, setDraft] = useState(settings)
  const { mutate, isPending, error } = useMutation({ mutationFn: async (act: () => Promise<unknown>) => act() })
  const refused = new Set(error instanceof ApiError ? error.details.map(({ field }) => field) : [])
  const refusalOf = (field: keyof typeof s.refusals) => (refused.has(field) ? s.refusals[field] : undefined)
  const edit = (change: Partial<SourceSettings>) => setDraft({ ...draft, ...change })
  return (
    <form
      className="source-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isPending) mutate(() => onSave(draft))
      }}
    >
      <h2>{heading}</h2>
      <Field label={s.title} refusal={refusalOf('title')}>
        <input
          className="field-input"
          {...limits.sourceTitle}
          value={draft.title}
          aria-invalid={refused.has('title')}
          onChange={({ target }) => edit({ title: target.value })}
        />
      </Field>
      <Field label={s.url} hint={s.urlHint} refusal={refusalOf('url')}>
        <input
          className="field-input"
          type="url"
          {...limits.sourceAddress}
          placeholder="https://"
          value={draft.url}
          aria-invalid={refused.has('url')}
          onChange={({ target }) => edit({ url: target.value.trim() })}
        />
      </Field>
      <Field label={s.since} hint={s.everything} refusal={refusalOf('since')}>
        <input
          className="field-input"
          type="date"
          value={draft.since ?? ''}
          onChange={({ target }) => edit({ since: target.value === '' ? null : target.value })}
        />
      </Field>
      <Field label={s.interval}>
        <IntervalField value={draft.everyHours} onChange={(everyHours) => edit({ everyHours })} />
      </Field>
      <label className="check">
        <input type="checkbox" checked={draft.isOn} onChange={({ target }) => edit({ isOn: target.checked })} />
        {s.on}
      </label>
      {error !== null && refused.size === 0 && (
        <p role="alert" className="hot">
          {t.problem[codeOf(error)]}
        </p>
      )}
      <p className="form-actions">
        <button type="submit" className="button primary" disabled={isPending}>
          {s.save}
        </button>
        <LeaveButton>{s.cancel}</LeaveButton>
        {onRemove !== undefined && (
          <button type="button" className="link" disabled={isPending} onClick={onRemove}>
            {s.removeAsk}
          </button>
        )}
      </p>
    </form>
  )
}

type FieldProps = { label: string; hint?: string; refusal?: string | undefined; children: ReactNode }

function Field({ label, hint, refusal, children }: FieldProps) {
  return (
    <label className="field">
      {label}
      {children}
      {hint !== undefined && <span className="muted">{hint}</span>}
      {refusal !== undefined && (
        <span role="alert" className="hot">
          {refusal}
        </span>
      )}
    </label>
  )
}
