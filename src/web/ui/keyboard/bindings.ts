/** Every key that the pages bind, once: what is listened to and what the help lists. */
export const bindings = {
  everywhere: { search: '/', palette: 'Mod+K', help: '?' },
  list: {
    next: 'J',
    previous: 'K',
    nextChanged: 'N',
    open: 'Enter',
    select: 'X',
    selectNext: 'Shift+J',
    selectPrevious: 'Shift+K',
    selectAll: '*',
    selectAllHere: 'Mod+A',
  },
  triage: { status: 'S', assignee: 'A', notApplicable: 'E', undo: 'Z' },
  lab: { record: 'R', nextUntested: 'N' },
  grid: {
    left: 'ArrowLeft',
    right: 'ArrowRight',
    up: 'ArrowUp',
    down: 'ArrowDown',
    first: 'Home',
    last: 'End',
    pageUp: 'PageUp',
    pageDown: 'PageDown',
    openCell: 'Enter',
  },
  marker: {
    fewer: 'ArrowLeft',
    more: 'ArrowRight',
    farFewer: 'PageDown',
    farMore: 'PageUp',
    none: 'Home',
    most: 'End',
    putBack: 'Escape',
  },
} as const satisfies Record<string, Record<string, string>>

export type Scope = keyof typeof bindings
export type BindingOf<S extends Scope> = S extends Scope ? Extract<keyof (typeof bindings)[S], string> : never
export type BindingId = BindingOf<Scope>

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { shiftKey?: boolean }

/**
 * Which binding of a scope a key press is, or null. `Mod` is Ctrl or ⌘. Letters count in either case; with Shift one means
 * something else only where the scope has that.
 */
export function bindingFor<S extends Scope>(
  scope: S,
  { key, ctrlKey, metaKey, altKey, shiftKey = false }: Pressed,
): BindingOf<S> | null {
  if (altKey) return null
  const mod = ctrlKey || metaKey ? 'Mod+' : ''
  const name = key.length === 1 ? key.toUpperCase() : key
  const withShift = shiftKey && /^[A-Z]$/.test(name) ? [`${mod}Shift+${name}`] : []
  const bound = Object.entries<string>(bindings[scope])
  const found = [...withShift, `${mod}${name}`].flatMap((pressed) => bound.find(([, each]) => each === pressed) ?? [])
  return found[0] === undefined ? null : (found[0] as BindingOf<S>)
}
