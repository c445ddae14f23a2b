/** Every key that the pages bind, once: what is listened to and what the help lists. */
export const bindings = {
  everywhere: { search: '/', palette: 'Mod+K', help: '?' },
  list: { next: 'J', previous: 'K', nextChanged: 'N', open: 'Enter', select: 'X' },
  triage: { status: 'S', assignee: 'A', undo: 'Z' },
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
export type BindingOf<S extends Scope> = Extract<keyof (typeof bindings)[S], string>
export type BindingId = { [S in Scope]: BindingOf<S> }[Scope]

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Which binding of a scope a key press is, or null. `Mod` is Ctrl or ⌘; letters count in either case. */
export function bindingFor<S extends Scope>(scope: S, { key, ctrlKey, metaKey, altKey }: Pressed): BindingOf<S> | null {
  if (altKey) return null
  const pressed = `${ctrlKey || metaKey ? 'Mod+' : ''}${key.length === 1 ? key.toUpperCase() : key}`
  const found = Object.entries(bindings[scope]).find(([, bound]) => bound === pressed)
  return found === undefined ? null : (found[0] as BindingOf<S>)
}

const glyphs: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
}

/** A binding as its keys are labelled: `Ctrl K` or `⌘ K`, `←`, `J`. */
export const keysOf = (bound: string, isMac: boolean): string[] =>
  bound.split('+').map((key) => (key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : (glyphs[key] ?? key)))
