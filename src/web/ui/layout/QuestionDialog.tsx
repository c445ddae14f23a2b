import type { ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useCommon } from '../../i18n/common.ts'
import { Form, SubmitRow } from '../forms/Form.tsx'
import { Dialog } from './Dialog.tsx'
import styles from './Dialog.module.css'

type Props<Done> = {
  /** What is asked. */
  title: string
  /** What is done then, in a word. */
  yes: string
  onYes: () => Promise<Done>
  /** Called once it is done, unless the dialog was closed meanwhile. */
  onDone?: (done: Done) => void
  onClose: () => void
  /** Why it could not be done, in words. */
  refusal: (error: unknown) => ReactNode
  /** What comes of it. */
  children?: ReactNode
}

/** Asks before an action that cannot be undone; it stays open until that is done. */
export function QuestionDialog<Done>({ title, yes, onYes, onDone, onClose, refusal, children }: Props<Done>) {
  const { mutate, isPending, error } = useMutation({ mutationFn: onYes })
  return (
    <Dialog label={title} onClose={onClose}>
      <Form
        className={styles['dialog-body']}
        pending={isPending}
        error={error && refusal(error)}
        onSubmit={() =>
          mutate(undefined, {
            onSuccess(done) {
              onClose()
              onDone?.(done)
            },
          })
        }
      >
        <h2>{title}</h2>
        {children}
        <SubmitRow label={yes}>
          <button type="button" className="button" data-first-focus onClick={onClose}>
            {useCommon().cancel}
          </button>
        </SubmitRow>
      </Form>
    </Dialog>
  )
}
