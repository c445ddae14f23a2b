import { useId } from 'react'
import { clsx } from 'clsx'
import { formatNumber } from '../../i18n/format.ts'
import { useFieldMessages } from './messages.ts'
import { useEdited } from './use-edited.ts'
import styles from './NumberField.module.css'

type Props = {
  label: string
  value: number
  /** `step`: 1 for whole numbers only. */
  limits: { readonly min: number; readonly max: number; readonly step: 1 | 'any' }
  unit?: string
  /** Whether nothing entered means 0. */
  isBlankZero?: boolean
  className?: string | undefined
  onChange: (value: number) => void
}

/** A number with its name and unit. What is typed stays as it is; only what is in range counts, and the rest is said. */
export function NumberField({
  label,
  value,
  limits: { min, max, step },
  unit,
  isBlankZero = false,
  className,
  onChange,
}: Props) {
  const t = useFieldMessages()
  const id = useId()
  const [typed, remember] = useEdited<string>(String(value))
  const text = typed ?? (isBlankZero && value === 0 ? '' : String(value))
  const read = (raw: string): number | null => {
    const trimmed = raw.normalize('NFKC').trim()
    if (trimmed === '') return isBlankZero ? 0 : null
    const number = Number(/^\d{1,3}(,\d{3})+$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed)
    return number >= min && number <= max && (step === 'any' || Number.isInteger(number)) ? number : null
  }
  const isBad = read(text) === null
  const outOfRange = t.range(formatNumber(min), formatNumber(max))
  return (
    <div className={clsx(styles['number-field'], className)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // A form is not sent with it.
        ref={(input) => input?.setCustomValidity(isBad ? outOfRange : '')}
        inputMode={step === 'any' ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={text}
        placeholder={isBlankZero ? '0' : undefined}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-bad` : undefined}
        onChange={({ target }) => {
          const number = read(target.value)
          remember(target.value, number === null ? undefined : String(number))
          // The value may be one of before.
          if (number !== null) onChange(number)
        }}
      />
      <span className={styles['unit']}>{unit}</span>
      {isBad && (
        <p id={`${id}-bad`} className={styles['bad']} role="alert">
          {outOfRange}
        </p>
      )}
    </div>
  )
}
