import { useWindowMessages } from './messages.ts'
import fields from './plan-fields.module.css'
import styles from './FromTo.module.css'

type Props = {
  type: 'time' | 'date' | 'datetime-local'
  value: { from: string; to: string }
  isGood: boolean
  onChange: (end: { from?: string; to?: string }) => void
}

/** The two ends of a stretch of time. */
export function FromTo({ type, value, isGood, onChange }: Props) {
  const t = useWindowMessages()
  return (
    <div className={styles['from-to']}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {t[end]}
          <input
            className={fields['control']}
            type={type}
            value={value[end]}
            aria-invalid={!isGood}
            onChange={({ target }) => onChange({ [end]: target.value })}
          />
        </label>
      ))}
    </div>
  )
}
