import { useState } from 'react'

/**
 * A value while it is edited: what is not good stays as it was entered and changes nothing; a value from elsewhere takes
 * its place. Gives what to show, how to edit it, and whether it is good.
 */
export function useDraft<T>(value: T, isGood: (value: T) => boolean, onChange: (value: T) => void) {
  const key = JSON.stringify(value)
  const [draft, setDraft] = useState({ key, value })
  const shown = draft.key === key ? draft.value : value
  const edit = (next: T) => {
    const good = isGood(next)
    setDraft({ key: good ? JSON.stringify(next) : key, value: next })
    if (good) onChange(next)
  }
  return [shown, edit, isGood(shown)] as const
}
