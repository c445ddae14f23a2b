import { useRef, useState } from 'react'
import { useShortcuts } from '../keyboard/use-shortcuts.ts'
import styles from './SearchBox.module.css'

type Props = {
  label: string
  placeholder: string
  value: string
  maxLength: number
  /** Called on Enter. */
  onSearch: (text: string) => void
  /** Called at each keystroke, where the answer is at hand. */
  onType?: ((text: string) => void) | undefined
  /** Called when the field is entered: time to make ready what a search needs. */
  onEnter?: () => void
}

/** The search field; `/` leads to it from anywhere. What is being typed is kept here until it is left. */
export function SearchBox({ label, placeholder, value, maxLength, onSearch, onType, onEnter }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  useShortcuts('everywhere', {
    search() {
      input.current?.focus()
      input.current?.select()
      return true
    },
  })
  return (
    <form
      className={styles['search-box']}
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(draft ?? value)
      }}
    >
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        maxLength={maxLength}
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.target.value)
          onType?.(event.target.value)
        }}
        onFocus={onEnter}
        onBlur={() => setDraft(null)}
      />
      <kbd aria-hidden>/</kbd>
    </form>
  )
}
