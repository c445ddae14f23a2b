/** What takes most of the time of a page in jsdom, done once or only where it is needed. */
import { prettyDOM } from '@testing-library/react'

/**
 * The error of a query that finds nothing. `findBy` and `waitFor` throw one at each attempt, and to print the document
 * takes longer than to search it: so it is printed for who reads the message.
 */
export function elementError(message: string | null, container: Element): Error {
  const error = new Error('')
  error.name = 'TestingLibraryElementError'
  let told: string | null = null
  Object.defineProperty(error, 'message', {
    configurable: true,
    get: () => (told ??= [message, prettyDOM(container)].filter(Boolean).join('\n\n')),
    set(value: string) {
      told = value
    },
  })
  return error
}

/** What the style of a page's own attributes may change of who is seen; nothing else does, since jsdom loads no sheets. */
const changesLook = /display|visibility|pointer-events/

function isStyled(element: Element | null): boolean {
  for (let at = element; at !== null; at = at.parentElement)
    if (changesLook.test(at.getAttribute('style') ?? '')) return true
  return false
}

/** Computes the style once for all elements that are alike to the style sheet of jsdom, the only one there is. */
export function shareStyles(): void {
  const computed = window.getComputedStyle.bind(window)
  const known = new Map<string, CSSStyleDeclaration>()
  window.getComputedStyle = (element, pseudo) => {
    const { localName } = element
    const isAlone = localName === 'dialog' || element.hasAttribute('popover') || isStyled(element)
    if (isAlone || document.styleSheets.length > 0) return computed(element, pseudo)
    const key = [localName, ...['hidden', 'type', 'disabled', 'inert'].map((name) => element.getAttribute(name))].join()
    const style = known.get(key) ?? computed(element.cloneNode(false) as Element)
    known.set(key, style)
    return style
  }
}

const labelable = 'button, input:not([type=hidden]), meter, output, progress, select, textarea'

function controlOf(label: HTMLLabelElement): Element | null {
  const id = label.getAttribute('for')
  const control = id === null ? label.querySelector(labelable) : document.getElementById(id)
  return control?.matches(labelable) === true ? control : null
}

function labelsOf(control: Element): HTMLLabelElement[] {
  const { id } = control
  const byId = id === '' ? [] : [...document.getElementsByTagName('label')].filter(({ htmlFor }) => htmlFor === id)
  const around = control.closest('label')
  const labels = around === null ? byId : [...new Set([around, ...byId])]
  return labels.filter((label) => controlOf(label) === control)
}

/** Finds the labels of a control without a walk through the whole document for each of them. */
export function findLabelsByIds(): void {
  const define = (type: { prototype: object }, name: string, get: (this: never) => unknown) =>
    Object.defineProperty(type.prototype, name, { configurable: true, get })
  define(HTMLLabelElement, 'control', function control(this: HTMLLabelElement) {
    return controlOf(this)
  })
  for (const type of [
    HTMLButtonElement,
    HTMLInputElement,
    HTMLMeterElement,
    HTMLOutputElement,
    HTMLProgressElement,
    HTMLSelectElement,
    HTMLTextAreaElement,
  ])
    define(type, 'labels', function labels(this: Element) {
      return this.matches(labelable) ? labelsOf(this) : null
    })
}
