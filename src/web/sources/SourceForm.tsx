import * as limits from '../../contract/limits.ts'
import { useState } from 'react'
import { clsx } from 'clsx'
import { useMutation } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import { isRefused } from '../lib/refused.ts'
import { intervals, type SourceSettings } from '../../contract/sources.ts'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { CheckBox, ListField, TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { LeaveButton } from '../ui/layout/Dialog.tsx'
import { useSaveSource } from './use-watched-sources.ts'
import dialog from '../ui/layout/Dialog.module.css'
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
  const isInField = Object.keys(t.refusals).some((field) => isRefused(error, field))
  const refusalOf = (field: keyof typeof t.refusals) => (isRefused(error, field) ? t.refusals[field] : undefined)
  const edit = (change: Partial<SourceSettings>) => setDraft({ ...draft, ...change })
  return (
    <Form
      className={dialog['dialog-body']}
      pending={isPending}
      error={error && !isInField ? common.problem[codeOf(error)] : null}
      onSubmit={() => mutate(undefined, { onSuccess: onDone })}
    >
      <h2>{heading}</h2>
      <TextField
        label={t.title}
        limits={limits.sourceTitle}
        error={refusalOf('title')}
        value={draft.title}
        onText={(title) => edit({ title })}
      />
      <TextField
        type="url"
        label={t.url}
        help={t.urlHint}
        limits={limits.sourceAddress}
        error={refusalOf('url')}
        placeholder="https://"
        value={draft.url}
        onText={(url) => edit({ url: url.trim() })}
      />
      <TextField
        type="date"
        label={t.since}
        help={t.everything}
        error={refusalOf('since')}
        value={draft.since ?? ''}
        onText={(since) => edit({ since: since || null })}
      />
      <ListField
        label={t.interval}
        value={draft.everyHours}
        options={intervals.map((hours) => ({ value: hours, label: t.every[hours] }))}
        onChoose={(everyHours) => edit({ everyHours })}
      />
      <CheckBox isChecked={draft.isOn} label={t.on} onCheck={(isOn) => edit({ isOn })} />
      <SubmitRow label={t.save}>
        <LeaveButton />
        {onRemove !== undefined && (
          <button type="button" className={clsx('link', styles['remove'])} disabled={isPending} onClick={onRemove}>
            {t.removeAsk}
          </button>
        )}
      </SubmitRow>
    </Form>
  )
}
