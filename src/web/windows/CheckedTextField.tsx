import { useId } from 'react'
import { clsx } from 'clsx'
import { useChecked } from '../ui/forms/use-edited.ts'
import shared from './plan-fields.module.css'
import styles from './CheckedTextField.module.css'

type Props = {
  label: string
  type: 'date' | 'text'
  value: string
  isGood: (value: string) => boolean
  /** What is said of a value that is not good. */
  bad?: string
  onChange: (value: string) => void
}

/** A text or a day: only a valid one changes the plan, and what is wrong with another one is said below it. */
export function CheckedTextField({ label, type, value, isGood, bad, onChange }: Props) {
  const id = useId()
  const [shown, edit, isFine] = useChecked(value, isGood, onChange)
  return (
    <label className={clsx('muted', styles['checked-text-field'])}>
      {label}
      <input
        className={shared['control']}
        type={type}
        value={shown}
        aria-invalid={!isFine}
        aria-describedby={isFine || bad === undefined ? undefined : `${id}-bad`}
        autoComplete="off"
        onChange={({ target }) => edit(target.value)}
      />
      {!isFine && bad !== undefined && (
        <span id={`${id}-bad`} role="alert">
          {bad}
        </span>
      )}
    </label>
  )
}
