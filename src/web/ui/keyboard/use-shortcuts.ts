import { useEffectEvent, useLayoutEffect } from 'react'
import { bindingFor, type BindingOf, type Scope } from './bindings.ts'

const textFields = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'

/** With Ctrl or ⌘ they edit a text: select all, copy, paste, cut, redo, undo. */
const edits = /^[acvxyz]$/i

/** Whether the key belongs to a text field, or to a dialog or popover that is open. With Ctrl or ⌘ only few edit a text. */
function isTaken({ target, key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const isCommand = (ctrlKey || metaKey) && !edits.test(key)
  if (!isCommand && target instanceof Element && target.matches(textFields)) return true
  return document.querySelector('dialog[open], [popover]:popover-open') !== null
}

/** The last key that nothing has answered, where and when it was pressed: what listens to it may still be on its way. */
let unanswered: { event: KeyboardEvent; href: string; at: number } | null = null

/** The last key that was left to the browser: that has answered it. */
let left: KeyboardEvent | null = null

/** For how many milliseconds a key that came too early counts. */
const fresh = 3000

/**
 * Listens to the bindings of a scope for as long as the component is there, and to the key that came just before it. A
 * handler that returns false leaves the key to the browser.
 */
export function useShortcuts<S extends Scope>(
  scope: S,
  handlers: Partial<Record<BindingOf<S>, () => boolean | undefined>>,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const binding = bindingFor(scope, event)
    const handle = binding === null ? undefined : handlers[binding]
    const isOpen = !event.defaultPrevented && !isTaken(event)
    unanswered =
      isOpen && handle === undefined && event !== left ? { event, href: location.href, at: Date.now() } : null
    if (!isOpen || handle === undefined) return
    if (handle() === false) left = event
    else event.preventDefault()
  })
  // With what it draws: a key that is pressed as soon as something is to be seen is not lost.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    if (unanswered?.href === location.href && Date.now() - unanswered.at < fresh) listen(unanswered.event)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
