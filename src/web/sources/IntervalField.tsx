import { intervals, type SourceSettings } from '../../contract/sources.ts'
import { useSourcesMessages } from './messages.ts'

type Props = {
  /** For screen readers, where no label stands beside it. */
  label?: string
  value: SourceSettings['everyHours']
  onChange: (value: SourceSettings['everyHours']) => void
}

/** How often a source is looked at. */
export function IntervalField({ label, value, onChange }: Props) {
  const t = useSourcesMessages()
  return (
    <select
      className="field-input"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(intervals.find((hours) => String(hours) === target.value) ?? value)}
    >
      {intervals.map((hours) => (
        <option key={hours} value={hours}>
          {t.every[hours]}
        </option>
      ))}
    </select>
  )
}
