import { useId, type ReactNode } from 'react'
import { clsx } from 'clsx'
import { useFieldProblem } from './use-field-problem.ts'
import styles from './Choice.module.css'

type Props<T extends string> = {
  label: string
  /** Null where nothing is chosen yet, which has to be. */
  value: T | null
  options: readonly { value: T; label: ReactNode }[]
  isFirstFocus?: boolean
  className?: string | undefined
  onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>(props: Props<T>) {
  const { label, value, options, isFirstFocus = false, className, onChange } = props
  const group = useId()
  const [problem, handlers] = useFieldProblem()
  return (
    <fieldset className={clsx(styles['choice'], className)}>
      <legend>{label}</legend>
      {options.map((option, position) => (
        <label key={option.value}>
          <input
            {...handlers}
            type="radio"
            name={group}
            required={value === null}
            checked={value === option.value}
            data-first-focus={(isFirstFocus && (value === null ? position === 0 : value === option.value)) || undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
      {problem !== null && (
        <span role="alert" className="hot">
          {problem}
        </span>
      )}
    </fieldset>
  )
}
