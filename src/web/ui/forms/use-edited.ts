import { useState } from 'react'

/**
 * What was typed, and how to remember it. It is shown while the value (known by `key`) is the one it was typed over, the
 * one it leads to, or one between: a value comes back from the address only a moment later. A value from elsewhere
 * replaces it.
 */
export function useEdited<T>(key: string) {
  const [typed, setTyped] = useState<{ now: T; to: string; via: readonly string[] } | null>(null)
  const isOwn = typed !== null && (key === typed.to || typed.via.includes(key))
  if (isOwn && key === typed.to && typed.via.length > 0) setTyped({ ...typed, via: [] })
  /** Without `to` it leads where what was typed before it did. */
  const remember = (now: T, to = isOwn ? typed.to : key) =>
    setTyped({ now, to, via: isOwn ? [...new Set([...typed.via, typed.to, key])] : [key] })
  return [isOwn ? typed.now : null, remember] as const
}

/**
 * A value while it is edited: what is not valid stays as it was entered and changes nothing. Gives what to show, how to
 * edit it, and whether it is valid.
 */
export function useChecked<T>(value: T, isGood: (value: T) => boolean, onChange: (value: T) => void) {
  const key = JSON.stringify(value)
  const [typed, remember] = useEdited<T>(key)
  const shown = typed ?? value
  const edit = (next: T) => {
    const good = isGood(next)
    remember(next, good ? JSON.stringify(next) : undefined)
    if (good) onChange(next)
  }
  return [shown, edit, isGood(shown)] as const
}
