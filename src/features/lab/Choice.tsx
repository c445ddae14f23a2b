type Props<T extends string> = {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  isFirstFocus?: boolean
  onChange: (value: T) => void
}

/** One of a few, all in sight. */
export function Choice<T extends string>({ label, value, options, isFirstFocus = false, onChange }: Props<T>) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={label}
            checked={value === option.value}
            data-first-focus={(isFirstFocus && value === option.value) || undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
