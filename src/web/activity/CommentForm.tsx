import { clsx } from 'clsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as limits from '../../contract/limits.ts'
import { codeOf } from '../lib/api.ts'
import { useCommon } from '../i18n/common.ts'
import { useActivityMessages } from './messages.ts'
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
    <form
      className={styles['comment-form']}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !isPending) mutate(text)
      }}
    >
      <label className={clsx('field', styles['text'])}>
        {t.comment}
        <textarea
          className="field-input"
          rows={3}
          maxLength={limits.comment.maxLength}
          value={text}
          // A text cannot change while it is sent.
          readOnly={isPending}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
          }}
        />
        <span className="muted">{t.commentHint}</span>
      </label>
      {error !== null && (
        <p role="alert" className="hot">
          {t.notSent} {common.problem[codeOf(error)]}
        </p>
      )}
      <button type="submit" className="button" disabled={isPending || isEmpty}>
        {t.send}
      </button>
    </form>
  )
}
