import { useMutation, useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import * as limits from '../../contract/limits.ts'
import { codeOf } from '../lib/api.ts'
import { useCommon } from '../i18n/common.ts'
import { useActivityMessages } from './messages.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { leaveOfSent, useTyped } from '../lib/drafts.ts'
import { MentionField } from '../talk/MentionField.tsx'
import { addComment } from './queries.ts'
import styles from './CommentForm.module.css'

type Props = {
  bulletin: string
  /** The number of the comment that it answers; null where it answers none. */
  replyTo?: number | null
  /** Called once it was sent, or is not wanted any more. */
  onClose?: () => void
}

/** Adds a comment, or answers one. The draft is kept until it is saved, on other pages too. */
export function CommentForm({ bulletin, replyTo = null, onClose }: Props) {
  const t = useActivityMessages()
  const common = useCommon()
  const client = useQueryClient()
  const name = replyTo === null ? `comment ${bulletin}` : `comment ${bulletin} ${replyTo}`
  const [text, setText] = useTyped(name)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (sent: string) => addComment(client, bulletin, sent.trim(), replyTo),
    meta: { bulletin },
    onSuccess(_, sent) {
      leaveOfSent(name, sent, '')
      onClose?.()
    },
  })
  const isEmpty = text.trim() === ''
  const send = () => {
    if (!isEmpty && !isPending) mutate(text)
  }
  return (
    <Form
      className={clsx('on-screen', styles['comment-form'])}
      pending={isPending}
      error={error && `${t.notSent} ${common.problem[codeOf(error)]}`}
      onSubmit={send}
    >
      <MentionField
        label={replyTo === null ? t.comment : t.answer}
        hasFocus={replyTo !== null}
        help={t.commentHint}
        limits={{ maxLength: limits.comment.maxLength }}
        rows={3}
        value={text}
        // A text cannot change while it is sent.
        readOnly={isPending}
        onText={setText}
        onSend={send}
      />
      <SubmitRow
        label={t.send}
        isPrimary={false}
        isDisabled={isEmpty}
        onCancel={replyTo === null ? undefined : onClose}
      />
    </Form>
  )
}
