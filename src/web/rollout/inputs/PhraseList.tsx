import { useRef, useState, type ReactNode } from 'react'
import { useRolloutMessages } from '../messages.ts'
import { useDraft } from './use-draft.ts'
import './PhraseList.css'

type Props<T> = {
  values: readonly T[]
  /** A value in words. */
  phrase: (value: T) => string
  isGood: (value: T) => boolean
  /** The fields of a value as it is being edited. */
  fields: (value: T, isGood: boolean, edit: (value: T) => void) => ReactNode
  addLabel: string
  /** What a value that is added starts out as. */
  fresh: () => T
  onChange: (values: T[]) => void
}

/** Values, each as a sentence that unfolds into its fields, one at a time. */
export function PhraseList<T>({ values, phrase, isGood, fields, addLabel, fresh, onChange }: Props<T>) {
  const [opened, setOpened] = useState<number | null>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  return (
    <div className="phrase-list">
      {values.map((value, at) => (
        <details
          // oxlint-disable-next-line react/no-array-index-key -- a value has nothing but its place: all of it is edited
          key={at}
          open={opened === at}
          onToggle={({ currentTarget: { open } }) => {
            if (open !== (opened === at)) setOpened(open ? at : null)
          }}
        >
          <summary>{phrase(value)}</summary>
          <Fields
            value={value}
            {...{ phrase, isGood, fields }}
            onChange={(next) => onChange(values.with(at, next))}
            onRemove={() => {
              setOpened(null)
              onChange(values.toSpliced(at, 1))
              // The button that was pressed goes away with the value.
              addButton.current?.focus()
            }}
          />
        </details>
      ))}
      <button
        ref={addButton}
        type="button"
        className="link"
        onClick={() => {
          setOpened(values.length)
          onChange([...values, fresh()])
        }}
      >
        <span aria-hidden>＋</span> {addLabel}
      </button>
    </div>
  )
}

type FieldsProps<T> = Pick<Props<T>, 'phrase' | 'isGood' | 'fields'> & {
  value: T
  onChange: (value: T) => void
  onRemove: () => void
}

function Fields<T>({ value, phrase, isGood, fields, onChange, onRemove }: FieldsProps<T>) {
  const t = useRolloutMessages()
  const [shown, edit, isFine] = useDraft(value, isGood, onChange)
  return (
    <div className="fields">
      {fields(shown, isFine, edit)}
      {!isFine && (
        <p className="hot" role="alert">
          {t.badWindow}
        </p>
      )}
      <button type="button" className="link" onClick={onRemove}>
        {t.remove(phrase(value))}
      </button>
    </div>
  )
}

type FromToProps = {
  type: 'time' | 'date' | 'datetime-local'
  value: { from: string; to: string }
  isGood: boolean
  onChange: (end: { from?: string; to?: string }) => void
}

/** The two ends of a stretch of time. */
export function FromTo({ type, value, isGood, onChange }: FromToProps) {
  const t = useRolloutMessages()
  return (
    <div className="from-to">
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {t[end]}
          <input
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
