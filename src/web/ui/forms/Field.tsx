import { useId, type ReactNode } from 'react'
import { clsx } from 'clsx'
import { useFieldProblem } from './use-field-problem.ts'
import styles from './Field.module.css'

/** What the field gives its control: an input, a select or a textarea. `Limits`: under the names of its attributes. */
type ControlProps<Limits> = Limits & {
  id: string
  className: string | undefined
  'aria-label': string | undefined
  'aria-invalid': boolean
  'aria-describedby': string | undefined
} & ReturnType<typeof useFieldProblem>[1]

type Props<Limits> = {
  label: string
  /** Whether only screen readers have the label, since something else says the same to the eye. */
  isLabelHidden?: boolean
  help?: ReactNode
  /** Why what was entered is refused; null or undefined for nothing. What its limits say the field says by itself. */
  error?: string | null | undefined
  limits?: Limits
  className?: string | undefined
  children: (control: ControlProps<Limits>) => ReactNode
}

/** A control with its label and its help, and what is wrong with it in the language of the page. */
export function Field<Limits extends object>(props: Props<Limits>) {
  const { label, isLabelHidden = false, help, error = null, limits, className, children } = props
  const id = useId()
  const [problem, handlers] = useFieldProblem()
  const wrong = problem ?? error
  return (
    <div className={clsx(styles['field'], className)}>
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      {children({
        // Without limits there is nothing to spread.
        ...(limits as Limits),
        ...handlers,
        id,
        className: styles['control'],
        'aria-label': isLabelHidden ? label : undefined,
        'aria-invalid': wrong !== null,
        'aria-describedby': clsx(help !== undefined && `${id}-help`, wrong !== null && `${id}-error`) || undefined,
      })}
      {help !== undefined && (
        <span id={`${id}-help`} className={clsx('muted', styles['note'])}>
          {help}
        </span>
      )}
      {wrong !== null && (
        <span id={`${id}-error`} role="alert" className={clsx('hot', styles['note'])}>
          {wrong}
        </span>
      )}
    </div>
  )
}
