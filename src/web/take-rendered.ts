import { firstViewId, styleAttribute, type FirstView } from '../contract/first-view.ts'
import { firstLanguage } from './i18n/language.tsx'
import { beginFromDocument } from './lib/first-view.ts'

/** The document of a policy without inline styles has them beside its elements, and the rules in a sheet. */
function giveStylesBack(document: Document): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[${styleAttribute}]`)) {
    element.style.cssText = element.getAttribute(styleAttribute) ?? ''
    element.removeAttribute(styleAttribute)
  }
}

/**
 * Has the page begin with what the server has rendered for this very visit; null where it has rendered nothing, or for
 * another address or language than this browser asks for.
 */
export function takeRendered(
  document: Document,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
): FirstView | null {
  const element = document.getElementById(firstViewId)
  if (element === null) return null
  // Our own server wrote it.
  const view = JSON.parse(element.textContent) as FirstView
  if (view.visit.href !== pathname + search || view.visit.language !== firstLanguage()) return null
  giveStylesBack(document)
  beginFromDocument(view)
  return view
}

/** React notes on each element that it has taken over which component it is of. */
const isHydrated = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber$'))

/** How often is looked, and how long, in milliseconds, React may take where nothing hastens it. */
const [pause, patience] = [30, 3000]

/**
 * Waits until React has taken over all of a page. It leaves what is within boundaries for when it has nothing else to do;
 * what it has not come to in time it takes over at once for an event, even one that nothing listens to.
 */
export async function wholeHydrated(root: Element): Promise<void> {
  for (let waited = 0; waited < 2 * patience; waited += pause) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    const next = Array.from(root.querySelectorAll('*')).find((element) => !isHydrated(element))
    if (next === undefined) return
    if (waited > patience) next.dispatchEvent(new Event('dragend', { bubbles: true }))
  }
}
