import { useEffect, useRef, useState } from 'react'
import './SearchBox.css'

type Props = {
  label: string
  placeholder: string
  value: string
  /** Called on Enter. */
  onSearch: (text: string) => void
  /** Called at each keystroke, where the answer is at hand. */
  onType?: ((text: string) => void) | undefined
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=radio], [type=checkbox]), textarea, select')

/** The search field; `/` leads to it from anywhere. What is being typed is kept here until it is left. */
export function SearchBox({ label, placeholder, value, onSearch, onType }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])

  return (
    <form
      className="search-box"
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
        maxLength={200}
        value={draft ?? value}
        onChange={(event) => {
          setDraft(event.target.value)
          onType?.(event.target.value)
        }}
        onBlur={() => setDraft(null)}
      />
      <kbd aria-hidden>/</kbd>
    </form>
  )
}
