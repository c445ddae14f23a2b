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
