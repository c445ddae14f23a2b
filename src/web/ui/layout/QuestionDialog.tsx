import type { ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useLeavingMessages } from './messages.ts'
import { Dialog } from './Dialog.tsx'
import { FormError } from '../forms/FormError.tsx'
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
  const t = useLeavingMessages()
  const { mutate, isPending, error } = useMutation({ mutationFn: onYes })
  return (
    <Dialog label={title} onClose={onClose}>
      <div className={styles['dialog-body']}>
        <h2>{title}</h2>
        {children}
        {error !== null && <FormError>{refusal(error)}</FormError>}
        <footer>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              if (isPending) return
              mutate(undefined, {
                onSuccess(done) {
                  onClose()
                  onDone?.(done)
                },
              })
            }}
          >
            {yes}
          </button>
          <button type="button" className="button" data-first-focus onClick={onClose}>
            {t.no}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}
