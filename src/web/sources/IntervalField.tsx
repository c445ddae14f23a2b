import { intervals, type SourceSettings } from '../../contract/sources.ts'
import { Field } from '../ui/forms/Field.tsx'
import { useSourcesMessages } from './messages.ts'

type Props = {
  label: string
  isLabelHidden?: boolean
  className?: string | undefined
  value: SourceSettings['everyHours']
  onChange: (value: SourceSettings['everyHours']) => void
}

/** How often a source is crawled. */
export function IntervalField({ value, onChange, ...field }: Props) {
  const t = useSourcesMessages()
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ target }) => onChange(intervals.find((hours) => String(hours) === target.value) ?? value)}
        >
          {intervals.map((hours) => (
            <option key={hours} value={hours}>
              {t.every[hours]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
