import { expect, vi } from 'vitest'
import type { Tab } from './tab.ts'

/** As patient as the other tests in a browser: a busy machine is slow. */
const patience = { timeout: 15_000, interval: 100 }

/**
 * Where the first visible element is that matches a selector and is called this: the middle of it in the viewport, in
 * CSS pixels. Runs in the page.
 */
function locate(selector: string, name: string): { x: number; y: number } | null {
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
  return { x: left + width / 2, y: top + height / 2 }
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
  return {
    open: (path: string) => tab.open(server + path),
    back: () => run(() => history.back()),
    async click(selector: string, name: string) {
      const { x, y } = await find(selector, name)
      await tab.click(x, y)
    },
    /** Clicks a field, and types into it. */
    async fill(selector: string, name: string, text: string) {
      const { x, y } = await find(selector, name)
      await tab.click(x, y)
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
