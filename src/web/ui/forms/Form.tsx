import { createContext, use, useEffect, useMemo, useRef, type ComponentProps, type ReactNode } from 'react'
import { clsx } from 'clsx'
import { useCommon } from '../../i18n/common.ts'
import { FormError } from './FormError.tsx'
import styles from './Form.module.css'

type State = { isPending: boolean; error: ReactNode }

const FormContext = createContext<State>({ isPending: false, error: null })

type Props = Omit<ComponentProps<'form'>, 'onSubmit'> & {
  /** Whether what was sent is not answered yet: it is not sent twice. */
  pending: boolean
  /** Why what was sent could not be done, in words; null for nothing. It is shown by the `SubmitRow`. */
  error: ReactNode
  onSubmit: (form: HTMLFormElement) => void
}

/** A form that is sent once at a time. When it fails the focus goes to what is to be put right. */
export function Form({ pending, error, onSubmit, children, ...rest }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const state = useMemo(() => ({ isPending: pending, error }), [pending, error])
  const hasFailed = error !== null && !pending
  const isSent = useRef(false)
  useEffect(() => {
    // What was refused in a field is said there alone.
    const isAnswered = !pending && (isSent.current || hasFailed)
    isSent.current = pending
    if (isAnswered && form.current !== null) focusProblem(form.current, hasFailed)
  }, [pending, hasFailed])
  return (
    <FormContext value={state}>
      <form
        {...rest}
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!pending) onSubmit(event.currentTarget)
        }}
      >
        {children}
      </form>
    </FormContext>
  )
}

/**
 * To the field that was refused, else back to the button, which lost the focus while the form was on its way. A password
 * is typed anew.
 */
function focusProblem(form: HTMLFormElement, hasFailed: boolean): void {
  const active = document.activeElement
  const isElsewhere = active !== null && active !== document.body && !form.contains(active)
  if (isElsewhere) return
  const refused = form.querySelector<HTMLElement>('[aria-invalid=true]')
  refused?.focus()
  if (refused instanceof HTMLInputElement && refused.type === 'password') refused.select()
  if (refused === null && hasFailed && active === document.body)
    form.querySelector<HTMLElement>('[type=submit]')?.focus()
}

type RowProps = {
  /** What the form does, in a word. */
  label: string
  isPrimary?: boolean
  /** Whether there is nothing that could be sent. */
  isDisabled?: boolean
  className?: string | undefined
  /** Leaves the form; without it there is nothing to leave. */
  onCancel?: (() => void) | undefined
  /** What else can be done. */
  children?: ReactNode
}

/** The button that sends the form it is in, what else can be done with it, and why it failed. */
export function SubmitRow({ label, isPrimary = true, isDisabled = false, className, onCancel, children }: RowProps) {
  const { isPending, error } = use(FormContext)
  const { cancel } = useCommon()
  return (
    <>
      {error !== null && <FormError>{error}</FormError>}
      <footer className={clsx(styles['row'], className)}>
        <button type="submit" className={clsx('button', isPrimary && 'primary')} disabled={isPending || isDisabled}>
          {label}
        </button>
        {onCancel !== undefined && (
          <button type="button" className="button" disabled={isPending} onClick={onCancel}>
            {cancel}
          </button>
        )}
        {children}
      </footer>
    </>
  )
}
