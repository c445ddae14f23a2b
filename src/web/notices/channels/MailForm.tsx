import { useState } from 'react'
import { channelAddress } from '../../../contract/limits.ts'
import type { NoticeOwner } from '../../../contract/notices.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { TextField } from '../../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { useChannelRefusal } from '../refusal.ts'
import { useSideMessages } from '../side-messages.ts'
import { useChannelActions } from '../writing.ts'

/** Enters a mail address of one's own: a link is sent there, by which it is confirmed. */
export function MailForm({ owner, onDone }: { owner: NoticeOwner; onDone?: () => void }) {
  const t = useSideMessages()
  const language = useLanguage()
  const refusal = useChannelRefusal()
  const [address, setAddress] = useState('')
  const { mutate, isPending, error } = useChannelActions().add
  return (
    <Form
      pending={isPending}
      error={error && refusal(error)}
      onSubmit={() =>
        mutate(
          { kind: 'email', owner, name: '', address: address.trim(), language },
          {
            onSuccess() {
              setAddress('')
              onDone?.()
            },
          },
        )
      }
    >
      <TextField
        type="email"
        label={t.mailAddress}
        help={t.mailHint}
        limits={channelAddress}
        autoComplete="email"
        value={address}
        onText={setAddress}
      />
      <SubmitRow label={t.addMail} isPrimary={false} />
    </Form>
  )
}
