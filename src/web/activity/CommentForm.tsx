import * as limits from '../../contract/limits.ts'
import { useMutation } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import { useCommon } from '../i18n/common.ts'
import { useRecordMessages } from './messages.ts'
import { leaveOfSent, useTyped } from '../lib/drafts.ts'

type Props = { bulletin: string; onAdd: (text: string) => Promise<unknown> }

/** What is typed stays until it is saved, wherever its author goes meanwhile. */
export function CommentForm({ bulletin, onAdd }: Props) {
  const t = useRecordMessages()
  const common = useCommon()
  const name = `comment ${bulletin}`
  const [text, setText] = useTyped(name)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (sent: string) => onAdd(sent.trim()),
    meta: { bulletin },
    onSuccess: (_, sent) => leaveOfSent(name, sent, ''),
  })
  const isEmpty = text.trim() === ''
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !isPending) mutate(text)
      }}
    >
      <label className="field">
        {t.comment}
        <textarea
          className="field-input"
          rows={3}
          maxLength={limits.comment.maxLength}
          value={text}
          // What is sent is not changed under way.
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
