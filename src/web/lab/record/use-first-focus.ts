import { useEffect, useRef } from 'react'

/** Once it is there, the focus goes to what has `data-first-focus` in it; the page stays where it is. */
export function useFirstFocus() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus({ preventScroll: true })
  }, [])
  return box
}
