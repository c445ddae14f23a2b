import { useState } from 'react'
import * as limits from '../../contract/limits.ts'
import type { BulletinDue } from '../../contract/due.ts'
import { addDays, laterDay } from '../../domain/due/days.ts'
import { useCommon } from '../i18n/common.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { Field } from '../ui/forms/Field.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { focusWrong } from '../ui/forms/focus-wrong.ts'
import { useMoveDue } from './bulletin-due.ts'
import { useDueMessages } from './messages.ts'
import styles from './DuePanel.module.css'

type Props = {
  /** The day as it was when the form was opened. */
  seen: BulletinDue
  /** The day that the rule gives. */
  ruleDay: string
  onClose: () => void
}

/** Moves the due day to a later one, with a reason. */
export function DueForm({ seen, ruleDay, onClose }: Props) {
  const t = useDueMessages()
  const common = useCommon()
  const language = useLanguage()
  const { mutate, isPending, error } = useMoveDue(seen.id)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const earliest = laterDay(addDays(ruleDay, 1), seen.today)
  const isTooEarly = until < earliest
  const lacksReason = reason.trim() === ''

  function save(form: HTMLFormElement) {
    if (isTooEarly || lacksReason) focusWrong(form, () => setTried(true))
    else mutate({ until, reason, version: seen.version }, { onSuccess: onClose })
  }
  return (
    <Form
      className={styles['form']}
      noValidate
      pending={isPending}
      error={error && `${t.failed} ${common.problem[codeOf(error)]}`}
      onSubmit={save}
    >
      <Field label={t.until} error={isTried && isTooEarly ? t.tooEarly(formatDay(ruleDay, language)) : null}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={earliest}
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        )}
      </Field>
      <Field
        label={t.reason}
        help={t.keepsFirst}
        limits={limits.dueReason}
        error={isTried && lacksReason ? t.reasonMissing : null}
      >
        {(control) => <input {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
      <SubmitRow label={t.save} onCancel={onClose} />
    </Form>
  )
}
