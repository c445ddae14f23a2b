import { useState } from 'react'
import { holdReason } from '../../contract/limits.ts'
import type { Hold } from '../../contract/holds.ts'
import { addDays, laterDay } from '../../domain/due/days.ts'
import { useCommon } from '../i18n/common.ts'
import { formatDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { focusWrong } from '../ui/forms/focus-wrong.ts'
import { useHoldMessages } from './messages.ts'
import { useHoldsDay } from './queries.ts'
import { useChangeHold } from './writing.ts'

type Props = {
  /** The hold as it was when the form was opened. */
  seen: Hold
  className: string | undefined
  onClose: () => void
}

/** Moves the last day of a hold to a later one, with a reason. */
export function RenewForm({ seen, className, onClose }: Props) {
  const t = useHoldMessages()
  const common = useCommon()
  const language = useLanguage()
  const { mutate, isPending, error } = useChangeHold(seen)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const earliest = laterDay(addDays(seen.until, 1), useHoldsDay())
  const isWrong = until < earliest || reason.trim() === ''
  return (
    <Form
      className={className}
      noValidate
      pending={isPending}
      error={error && `${t.failed} ${common.problem[codeOf(error)]}`}
      onSubmit={(form) =>
        isWrong ? focusWrong(form, () => setTried(true)) : mutate({ until, reason }, { onSuccess: onClose })
      }
    >
      <TextField
        label={t.renewUntil}
        type="date"
        min={earliest}
        value={until}
        onText={setUntil}
        help={t.keepsFirst}
        error={isTried && until < earliest ? t.tooEarly(formatDay(addDays(earliest, -1), language)) : null}
      />
      <TextField
        label={t.reason}
        limits={holdReason}
        value={reason}
        onText={setReason}
        error={isTried && reason.trim() === '' ? t.reasonMissing : null}
      />
      <SubmitRow label={t.renew} onCancel={onClose} />
    </Form>
  )
}

/** Ends a hold before its last day, with a reason. */
export function EndForm({ seen, className, onClose }: Props) {
  const t = useHoldMessages()
  const common = useCommon()
  const { mutate, isPending, error } = useChangeHold(seen)
  const [why, setWhy] = useState('')
  const [isTried, setTried] = useState(false)
  return (
    <Form
      className={className}
      noValidate
      pending={isPending}
      error={error && `${t.failed} ${common.problem[codeOf(error)]}`}
      onSubmit={(form) =>
        why.trim() === '' ? focusWrong(form, () => setTried(true)) : mutate({ why }, { onSuccess: onClose })
      }
    >
      <TextField
        label={t.endWhy}
        limits={holdReason}
        value={why}
        onText={setWhy}
        error={isTried && why.trim() === '' ? t.reasonMissing : null}
      />
      <SubmitRow label={t.end} onCancel={onClose} />
    </Form>
  )
}
