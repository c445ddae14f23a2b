import { useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { leaveOfSent, useTyped } from '../../lib/drafts.ts'
import { LongTextField } from './controls.tsx'
import { FormError } from './FormError.tsx'
import styles from './TextForm.module.css'

type Props<Action extends string> = {
  /** Under which the tab keeps what is typed: nothing else is typed under the same. */
  name: string
  /** Which bulletin it is about. */
  bulletin: string
  /** What unfolds it. */
  title: string
  /** What is asked for, where the title does not say it. */
  label?: string
  hint?: string
  maxLength?: number
  isOptional?: boolean
  /** What can be done with the text, in words. */
  actions: Readonly<Record<Action, string>>
  /** Told when it is unfolded. */
  onOpen?: () => void
  /** Gives what of the text is still to be dealt with, if anything. */
  onSend: (text: string, action: Action) => Promise<unknown>
  /** Why it could not be done, in words. */
  refusal: (error: unknown) => string
  /** What is said once it was done; without it the form folds up. */
  children?: ReactNode
}

/** A text that is asked for in place. The draft stays until it is saved, wherever its author goes meanwhile. */
export function TextForm<Action extends string>(props: Props<Action>) {
  const {
    name,
    bulletin,
    title,
    label,
    hint,
    maxLength,
    isOptional = false,
    actions,
    onOpen,
    onSend,
    refusal,
    children,
  } = props
  const [text, setText] = useTyped(name)
  const [isOpen, setOpen] = useState(text !== '')
  const { mutate, isPending, error } = useMutation({
    mutationFn: (sent: { text: string; action: Action }) => onSend(sent.text.trim(), sent.action),
    meta: { bulletin },
    onSuccess(left, sent) {
      leaveOfSent(name, sent.text, typeof left === 'string' ? left : '')
      // The second click of a double click finds nothing to do.
      if (children === undefined && text === sent.text) setOpen(false)
    },
  })
  return (
    <details
      className={clsx('on-screen', styles['text-form'])}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        if (currentTarget.open) onOpen?.()
      }}
    >
      <summary className="link">{title}</summary>
      <LongTextField
        className={styles['text']}
        label={label ?? title}
        isLabelHidden={label === undefined}
        help={hint}
        limits={maxLength === undefined ? {} : { maxLength }}
        rows={3}
        value={text}
        // What is sent is not changed under way.
        readOnly={isPending}
        onText={setText}
      />
      {error !== null && <FormError>{refusal(error)}</FormError>}
      {children}
      <p className="actions">
        {(Object.entries(actions) as [Action, string][]).map(([action, words]) => (
          <button
            key={action}
            type="button"
            className="button"
            disabled={isPending || (!isOptional && text.trim() === '')}
            onClick={() => mutate({ text, action })}
          >
            {words}
          </button>
        ))}
      </p>
    </details>
  )
}
