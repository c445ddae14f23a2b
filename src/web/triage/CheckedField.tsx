import { useId, type ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'onChange'> & {
  label: string
  /** What is wrong with it; null where nothing is, or nobody has tried yet. */
  error: string | null
  onChange: (value: string) => void
}

/** A field that must be filled in, and says what is wrong with it. */
export function CheckedField({ label, error, onChange, ...input }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className="field-input"
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      {error !== null && (
        <span id={`${id}-error`} className="hot">
          {error}
        </span>
      )}
    </div>
  )
}
