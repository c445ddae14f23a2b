import { flushSync } from 'react-dom'

/**
 * Shows what is wrong in a form, and puts the focus into the first field of it. Both are done at once: a focus that
 * comes later takes what is typed meanwhile away from its field.
 */
export function focusWrong(form: HTMLFormElement, show: () => void): void {
  flushSync(show)
  form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
}
