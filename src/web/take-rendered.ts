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
  element.remove()
  beginFromDocument(view)
  return view
}

/** React notes on each element that it has taken over which component it is of. */
const isHydrated = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber$'))

/** Waits until React has taken over all of a page; it leaves what is within boundaries for when it has nothing else to do. */
export async function wholeHydrated(root: Element): Promise<void> {
  // What an extension has put into the page is never taken over.
  for (let tries = 0; tries < 200; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    if (Array.from(root.querySelectorAll('*')).every(isHydrated)) return
  }
}
