import { useId, type ReactNode } from 'react'
import styles from './SegmentedControl.module.css'

type Props<T extends string> = {
  /** What is chosen, for screen readers. */
  label: string
  /** Null where none is chosen. */
  value: T | null
  options: readonly { value: T; label: string; shown?: ReactNode; lang?: string }[]
  onChange: (value: T) => void
}

/** One choice out of a few, all of them in sight: radio buttons in a row. */
export function SegmentedControl<T extends string>({ label, value, options, onChange }: Props<T>) {
  const name = useId()
  return (
    <fieldset className={styles['segmented-control']}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} title={option.shown === undefined ? undefined : option.label} lang={option.lang}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-label={option.shown === undefined ? undefined : option.label}
          />
          <span>{option.shown ?? option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
