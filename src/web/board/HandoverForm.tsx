import { useId, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import * as limits from '../../contract/limits.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { leaveOfSent, useTyped } from '../lib/drafts.ts'
import { MentionField } from '../talk/MentionField.tsx'
import { assigneesQuery, nobody } from '../triage/queries.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { TextField } from '../ui/forms/controls.tsx'
import { useBoardMessages } from './messages.ts'
import { handOver } from './queries.ts'
import styles from './Talk.module.css'

type Props = {
  id: string
  /** What it does, in a word. */
  deed: string
  /** Of the state that its author sees. */
  version: number
  onClose: () => void
}

/** Assigns a bulletin to a person or team, and says why. */
export function HandoverForm({ id, deed, version, onClose }: Props) {
  const t = useBoardMessages()
  const common = useCommon()
  const client = useQueryClient()
  const list = useId()
  const { people, teams } = useQuery(assigneesQuery()).data ?? nobody
  const [to, setTo] = useState('')
  const name = `handover ${id}`
  const [text, setText] = useTyped(name)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (sent: { to: string; text: string }) => handOver(client, id, version, sent),
    onSuccess(_, sent) {
      leaveOfSent(name, sent.text, '')
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    if (to.trim() !== '' && text.trim() !== '' && !isPending) mutate({ to: to.trim(), text })
  }
  return (
    <Form
      className={clsx('on-screen', styles['form'])}
      noValidate
      pending={isPending}
      error={error && `${t.notHandedOver} ${common.problem[codeOf(error)]}`}
      onSubmit={send}
    >
      <TextField
        label={t.to}
        limits={limits.assignee}
        list={list}
        value={to}
        error={isTried && to.trim() === '' ? t.toMissing : null}
        onText={setTo}
      />
      <datalist id={list}>
        {[...new Set([...people, ...teams])].map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <MentionField
        label={t.text}
        help={t.textHint}
        limits={{ maxLength: limits.handoverNote.maxLength }}
        rows={3}
        value={text}
        error={isTried && text.trim() === '' ? t.textMissing : null}
        onText={setText}
        onSend={send}
      />
      <SubmitRow label={deed} onCancel={onClose} />
    </Form>
  )
}
