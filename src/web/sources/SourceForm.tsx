import * as limits from '../../contract/limits.ts'
import { useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { ApiError, codeOf } from '../lib/api.ts'
import type { SourceSettings } from '../../contract/sources.ts'
import { useCommon } from '../i18n/common.ts'
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
  const t = useSourcesMessages()
  const common = useCommon()
  const [draft, setDraft] = useState(settings)
  const { mutate, isPending, error } = useMutation({ mutationFn: async (act: () => Promise<unknown>) => act() })
  const refused = new Set(error instanceof ApiError ? error.details.map(({ field }) => field) : [])
  const refusalOf = (field: keyof typeof t.refusals) => (refused.has(field) ? t.refusals[field] : undefined)
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
      <Field label={t.title} refusal={refusalOf('title')}>
        <input
          className="field-input"
          {...limits.sourceTitle}
          value={draft.title}
          aria-invalid={refused.has('title')}
          onChange={({ target }) => edit({ title: target.value })}
        />
      </Field>
      <Field label={t.url} hint={t.urlHint} refusal={refusalOf('url')}>
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
      <Field label={t.since} hint={t.everything} refusal={refusalOf('since')}>
        <input
          className="field-input"
          type="date"
          value={draft.since ?? ''}
          onChange={({ target }) => edit({ since: target.value === '' ? null : target.value })}
        />
      </Field>
      <Field label={t.interval}>
        <IntervalField value={draft.everyHours} onChange={(everyHours) => edit({ everyHours })} />
      </Field>
      <label className="check">
        <input type="checkbox" checked={draft.isOn} onChange={({ target }) => edit({ isOn: target.checked })} />
        {t.on}
      </label>
      {error !== null && refused.size === 0 && (
        <p role="alert" className="hot">
          {common.problem[codeOf(error)]}
        </p>
      )}
      <p className="form-actions">
        <button type="submit" className="button primary" disabled={isPending}>
          {t.save}
        </button>
        <LeaveButton>{t.cancel}</LeaveButton>
        {onRemove !== undefined && (
          <button type="button" className="link" disabled={isPending} onClick={onRemove}>
            {t.removeAsk}
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
