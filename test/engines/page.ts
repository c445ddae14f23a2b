import { expect, vi } from 'vitest'
import type { Tab } from './tab.ts'

/** As patient as the other tests in a browser: a busy machine is slow. */
const patience = { timeout: 15_000, interval: 100 }

type Place = { x: number; y: number; isCovered: boolean }

/**
 * Where the first visible element is that matches a selector and is called this: the middle of it in the viewport, in
 * CSS pixels, and whether something else is in front of it there. Runs in the page.
 */
function locate(selector: string, name: string): Place | null {
  const named = (element: Element) =>
    [
      element.getAttribute('aria-label') ?? '',
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map(({ textContent }) => textContent).join(' ')
        : element.textContent,
    ].some((text) => text.includes(name))
  const isShown = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
  const found = [...document.querySelectorAll(selector)].find((element) => named(element) && isShown(element))
  if (found === undefined) return null
  found.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = found.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  return { x, y, isCovered: !found.contains(document.elementFromPoint(x, y)) }
}

/** How many elements match a selector. Runs in the page. */
const countOf = (selector: string) => document.querySelectorAll(selector).length

/** What a person does with the pages of a server, and what they see. Elements are named as a screen reader would. */
export function pageIn(tab: Tab, server: string) {
  const run = async <Given extends unknown[], Value>(work: (...given: Given) => Value, ...given: Given) =>
    JSON.parse(await tab.evaluate(`JSON.stringify((${work.toString()})(...${JSON.stringify(given)}) ?? null)`)) as Value
  const find = (selector: string, name: string) =>
    vi.waitFor(async () => {
      const place = await run(locate, selector, name)
      if (place === null) throw new Error(`the page has no ${selector} named ${name}`)
      return place
    }, patience)
  /** Clicks an element once it has come to rest, and nothing is in front of it. */
  const click = async (selector: string, name: string) => {
    let last: Place | null = null
    const { x, y } = await vi.waitFor(async () => {
      const place = await find(selector, name)
      const isAtRest = place.x === last?.x && place.y === last.y && !place.isCovered
      last = place
      if (!isAtRest) throw new Error(`the ${selector} named ${name} moves, or something is in front of it`)
      return place
    }, patience)
    await tab.click(x, y)
  }
  return {
    open: (path: string) => tab.open(server + path),
    back: () => run(() => history.back()),
    click,
    /** Clicks a field, and types into it. */
    async fill(selector: string, name: string, text: string) {
      await click(selector, name)
      await tab.type(text)
    },
    expectToSee: async (selector: string, name = '') => void (await find(selector, name)),
    async expectCount(selector: string, wanted: number) {
      await expect.poll(() => run(countOf, selector), patience).toBe(wanted)
    },
    async expectAddress(wanted: RegExp) {
      await expect.poll(() => run(() => location.pathname + location.search), patience).toMatch(wanted)
    },
    speak: (language: string) => run((chosen) => localStorage.setItem('hotfix-report.language', chosen), language),
  }
}
