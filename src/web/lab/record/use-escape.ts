import { useEffect, useEffectEvent } from 'react'

/** Escape leaves what is open beside the page, while no dialog is open over it. */
export function useEscape(onLeave: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return
    event.preventDefault()
    onLeave()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
