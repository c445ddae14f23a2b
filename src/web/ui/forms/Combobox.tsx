import { useId, useState, type KeyboardEvent } from 'react'
import { clsx } from 'clsx'
import { messagesHook } from '../../i18n/language.tsx'
import { Field } from './Field.tsx'
import styles from './Combobox.module.css'

const useComboboxMessages = messagesHook({
  ja: { choices: (label: string) => `${label}の候補` },
  en: { choices: (label) => `Proposed: ${label}` },
})

/** What can be chosen: `note` is said small beside its label. */
export type ComboboxChoice = { id: string; label: string; note?: string | undefined }

type Props = {
  label: string
  value: string
  /** What fits what was typed, the likeliest first. */
  choices: readonly ComboboxChoice[]
  /** Said where nothing fits. */
  none: string
  error?: string | null
  required?: boolean
  placeholder?: string
  className?: string | undefined
  onType: (text: string) => void
  onChoose: (choice: ComboboxChoice) => void
}

/** Where an arrow key leads in a list of this length; -1 is the field itself. */
const moved = (key: string, at: number, length: number): number | null => {
  if (key === 'ArrowDown') return at + 1 < length ? at + 1 : -1
  if (key === 'ArrowUp') return at < 0 ? length - 1 : at - 1
  return null
}

/** A field with a list of what fits below it (ARIA combobox with a list): the arrow keys go through it, Enter takes one, Escape closes it. */
export function Combobox({ label, value, choices, none, error = null, className, onType, onChoose, ...field }: Props) {
  const t = useComboboxMessages()
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const isShown = isOpen && value.trim() !== ''
  const isMissing = isShown && choices.length === 0 && none !== ''
  const optionId = (position: number) => `${list}-${position}`
  const take = (choice: ComboboxChoice) => {
    setOpen(false)
    setAt(-1)
    onChoose(choice)
  }
  const press = (event: KeyboardEvent) => {
    // What an input method is still composing is its own.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && isShown) {
      setOpen(false)
      setAt(-1)
      // The key closes the list, and nothing around it.
      event.stopPropagation()
      return
    }
    const chosen = choices[at]
    if (event.key === 'Enter' && isShown && chosen !== undefined) {
      event.preventDefault()
      take(chosen)
      return
    }
    const next = moved(event.key, isShown ? at : -1, choices.length)
    if (next === null) return
    event.preventDefault()
    setOpen(true)
    setAt(next)
  }
  return (
    <Field label={label} error={error} className={clsx(styles['combobox'], className)}>
      {(control) => (
        <>
          <input
            {...control}
            {...field}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-expanded={isShown && choices.length > 0}
            aria-controls={list}
            aria-activedescendant={isShown && at >= 0 ? optionId(at) : undefined}
            value={value}
            onChange={({ target }) => {
              setOpen(true)
              setAt(-1)
              onType(target.value)
            }}
            onKeyDown={press}
            onBlur={() => setOpen(false)}
          />
          <div
            id={list}
            role="listbox"
            tabIndex={-1}
            aria-label={t.choices(label)}
            className={styles['list']}
            hidden={!isShown || choices.length === 0}
          >
            {isShown &&
              choices.map((choice, position) => (
                <div
                  key={choice.id}
                  id={optionId(position)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={position === at}
                  // The field keeps the focus.
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => take(choice)}
                  onKeyDown={(event) => event.key === 'Enter' && take(choice)}
                >
                  {choice.label} {choice.note !== undefined && <small>{choice.note}</small>}
                </div>
              ))}
          </div>
          <span role="status" className={clsx('muted', !isMissing && 'visually-hidden')}>
            {isMissing && none}
          </span>
        </>
      )}
    </Field>
  )
}
