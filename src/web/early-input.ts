/** What a reader does on a rendered page before its code has taken it over: kept, and done once it has. */
import { whenTakenOver } from './lib/first-view.ts'
import { bindingFor } from './ui/keyboard/bindings.ts'

type Choice = HTMLInputElement & { type: 'radio' | 'checkbox' }

const isChoice = (target: EventTarget | null): target is Choice =>
  target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')

type TextField = HTMLInputElement | HTMLTextAreaElement

const isTyped = (target: EventTarget | null): target is TextField =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !isChoice(target))

/** Whether a page does something by a key; what the browser does by it is done at once. */
const isBound = (event: KeyboardEvent) =>
  event.key !== 'Enter' &&
  (['everywhere', 'list', 'triage', 'lab'] as const).some((scope) => bindingFor(scope, event) !== null)

/** Chooses again: React takes for old what was chosen before it came. */
function chooseAgain(choice: Choice): void {
  for (const other of document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(choice.name)}"]`))
    other.checked = other.defaultChecked
  choice.click()
}

/** Types again, past the value that React has noted. */
function typeAgain(input: TextField): void {
  const typed = input.value
  input.value = input.defaultValue
  const kind = input instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(input, typed)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Until the page is taken over; clicks, until React is there to do them (`isReactThere`). Links lead by themselves. */
export async function keepEarlyInput(isReactThere: () => boolean): Promise<void> {
  const later: (() => void)[] = []
  const typedIn = new Set<TextField>()
  const keep = (event: Event) => {
    if (!event.isTrusted || (event.type === 'click' && isReactThere())) return
    const { target } = event
    if (event.type === 'input') {
      if (isTyped(target)) typedIn.add(target)
    } else if (event instanceof KeyboardEvent) {
      if (isTyped(target) || !isBound(event)) return
      event.preventDefault()
      later.push(() => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', event)))
    } else if (isChoice(target)) later.push(() => chooseAgain(target))
    else if (target instanceof HTMLElement && target.closest('button') !== null) {
      event.preventDefault()
      later.push(() => target.click())
    }
  }
  const kinds = ['click', 'keydown', 'input']
  for (const kind of kinds) document.addEventListener(kind, keep, { capture: true })
  await whenTakenOver()
  for (const input of typedIn) typeAgain(input)
  // Each is drawn before the next, as when it was done; what is done meanwhile comes after them.
  for (let act = later.shift(); act !== undefined; act = later.shift()) {
    act()
    await new Promise((resolve) => setTimeout(resolve))
  }
  for (const kind of kinds) document.removeEventListener(kind, keep, { capture: true })
}
