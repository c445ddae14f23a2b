import { clsx } from 'clsx'
import { useChecked } from '../ui/forms/use-edited.ts'
import shared from './plan-fields.module.css'
import styles from './CheckedTextField.module.css'

type Props = {
  label: string
  type: 'date' | 'text'
  value: string
  isGood: (value: string) => boolean
  onChange: (value: string) => void
}

/** A text or a day: only a valid one changes the plan. */
export function CheckedTextField({ label, type, value, isGood, onChange }: Props) {
  const [shown, edit, isFine] = useChecked(value, isGood, onChange)
  return (
    <label className={clsx('muted', styles['checked-text-field'])}>
      {label}
      <input
        className={shared['control']}
        type={type}
        value={shown}
        aria-invalid={!isFine}
        autoComplete="off"
        onChange={({ target }) => edit(target.value)}
      />
    </label>
  )
}
