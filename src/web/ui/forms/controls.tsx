/** The fields that are one control: a line of text, a text of several lines, or one of a few in a list. */
import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'

type Limits = Pick<ComponentProps<'input'>, 'required' | 'minLength' | 'maxLength' | 'min' | 'max' | 'step' | 'pattern'>

/** What the field takes; everything else is the control's. */
type Around = Pick<ComponentProps<typeof Field<Limits>>, 'label' | 'isLabelHidden' | 'help' | 'error' | 'className'>

type Control<T extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<T>, 'className' | 'onChange'>

/** The same at each time, so that nothing is drawn again for it. */
const noLimits = {}

type TextProps = Around & Control<'input'> & { limits?: Limits; onText?: (text: string) => void }

export function TextField({
  label,
  isLabelHidden = false,
  help,
  error,
  limits = noLimits,
  className,
  ...rest
}: TextProps) {
  const { onText, ...input } = rest
  return (
    <Field {...{ label, isLabelHidden, help, error, limits, className }}>
      {(control) => <input {...control} {...input} onChange={onText && (({ target }) => onText(target.value))} />}
    </Field>
  )
}

type LongProps = Around & Control<'textarea'> & { limits?: { maxLength?: number }; onText: (text: string) => void }

export function LongTextField({
  label,
  isLabelHidden = false,
  help,
  error,
  limits = noLimits,
  className,
  ...rest
}: LongProps) {
  const { onText, ...textarea } = rest
  return (
    <Field {...{ label, isLabelHidden, help, error, limits, className }}>
      {(control) => <textarea {...control} {...textarea} onChange={({ target }) => onText(target.value)} />}
    </Field>
  )
}

type Option<T> = { value: T; label: string; title?: string }

type ListProps<T> = Around &
  Control<'select'> & { value?: T; options: readonly Option<T>[]; onChoose?: (value: T) => void }

export function ListField<T extends string | number>(props: ListProps<T>) {
  const { label, isLabelHidden = false, help, error, className, options, onChoose, ...select } = props
  return (
    <Field {...{ label, isLabelHidden, help, error, className }}>
      {(control) => (
        <select
          {...control}
          {...select}
          onChange={({ target }) => {
            const chosen = options.find(({ value }) => String(value) === target.value)
            if (chosen !== undefined) onChoose?.(chosen.value)
          }}
        >
          {options.map(({ value, label: shown, title }) => (
            <option key={value} value={value} title={title}>
              {shown}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type CheckProps = { isChecked: boolean; label: string; className?: string | undefined; onCheck: (is: boolean) => void }

export function CheckBox({ isChecked, label, className = 'check', onCheck }: CheckProps) {
  return (
    <label className={className}>
      <input type="checkbox" checked={isChecked} onChange={({ target }) => onCheck(target.checked)} />
      {label}
    </label>
  )
}
