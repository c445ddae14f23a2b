import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as limits from '../../contract/limits.ts'
import { codeOf } from '../lib/api.ts'
import { useCommon } from '../i18n/common.ts'
import { useActivityMessages } from './messages.ts'
import { LongTextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { leaveOfSent, useTyped } from '../lib/drafts.ts'
import { addComment } from './queries.ts'
import styles from './CommentForm.module.css'

/** Adds a comment. The draft is kept until it is saved, on other pages too. */
export function CommentForm({ bulletin }: { bulletin: string }) {
  const t = useActivityMessages()
  const common = useCommon()
  const client = useQueryClient()
  const name = `comment ${bulletin}`
  const [text, setText] = useTyped(name)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (sent: string) => addComment(client, bulletin, sent.trim()),
    meta: { bulletin },
    onSuccess: (_, sent) => leaveOfSent(name, sent, ''),
  })
  const isEmpty = text.trim() === ''
  return (
    <Form
      className={styles['comment-form']}
      pending={isPending}
      error={error && `${t.notSent} ${common.problem[codeOf(error)]}`}
      onSubmit={() => {
        if (!isEmpty) mutate(text)
      }}
    >
      <LongTextField
        label={t.comment}
        help={t.commentHint}
        limits={{ maxLength: limits.comment.maxLength }}
        rows={3}
        value={text}
        // A text cannot change while it is sent.
        readOnly={isPending}
        onText={setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
        }}
      />
      <SubmitRow label={t.send} isPrimary={false} isDisabled={isEmpty} />
    </Form>
  )
}
