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

/** Listens to the bindings of a scope for as long as the component is there. A handler that returns false leaves the key to the browser. */
export function useShortcuts<S extends Scope>(
  scope: S,
  handlers: Partial<Record<BindingOf<S>, () => boolean | undefined>>,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const binding = bindingFor(scope, event)
    const handle = binding === null ? undefined : handlers[binding]
    if (handle === undefined || event.defaultPrevented || isTaken(event)) return
    if (handle() !== false) event.preventDefault()
  })
  // With what it draws: a key that is pressed as soon as something is to be seen is not lost.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
