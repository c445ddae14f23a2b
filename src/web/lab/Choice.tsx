type Props<T extends string> = {
  label: string
  /** Null where nothing is chosen yet, which has to be. */
  value: T | null
  options: readonly { value: T; label: string }[]
  isFirstFocus?: boolean
  onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, value, options, isFirstFocus = false, onChange }: Props<T>) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {options.map((option, position) => (
        <label key={option.value}>
          <input
            type="radio"
            name={label}
            required={value === null}
            checked={value === option.value}
            data-first-focus={(isFirstFocus && (value === null ? position === 0 : value === option.value)) || undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
