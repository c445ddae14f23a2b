import { useRef, useState, type ReactNode } from 'react'
import { clsx } from 'clsx'
import { useWindowMessages } from './messages.ts'
import { useChecked } from '../ui/forms/use-edited.ts'
import shared from './plan-fields.module.css'
import styles from './PhraseList.module.css'

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
    <div className={styles['phrase-list']}>
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
        className={clsx('link', shared['link'])}
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
  const t = useWindowMessages()
  const [shown, edit, isFine] = useChecked(value, isGood, onChange)
  return (
    <div className={styles['fields']}>
      {fields(shown, isFine, edit)}
      {!isFine && (
        <p className="hot" role="alert">
          {t.badWindow}
        </p>
      )}
      <button type="button" className={clsx('link', shared['link'], styles['remove'])} onClick={onRemove}>
        {t.remove(phrase(value))}
      </button>
    </div>
  )
}
