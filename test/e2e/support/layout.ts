/** What a reader would notice of a page's layout: how far it jumps, how much is on it, and whether it is too wide. */
import type { Page } from '@playwright/test'
import { expect, expectNotWiderThanPage } from './page.ts'

/** The most elements of a page, and the largest sum of its layout shifts (https://web.dev/articles/cls). */
const maxElements = 3000
const maxShift = 0.01

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: Source[] }
type Source = { node?: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }

/** What has shifted since the page was asked for, without what a key or click has moved: a global of the page. */
type Noted = { shifts: { value: number; moved: string[] }[] }

/** Notes from now on, in every page that is loaded, what shifts. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const noted: Noted = Object.assign(globalThis, { shifts: [] })
    const placeOf = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ')
    const nameOf = (node?: Node) => (node instanceof Element ? `${node.nodeName}.${node.className}` : 'a text')
    const moveOf = ({ node, previousRect, currentRect }: Source) =>
      `${nameOf(node)}: ${placeOf(previousRect)} to ${placeOf(currentRect)}`
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput) noted.shifts.push({ value, moved: sources.map(moveOf) })
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Fails where something has jumped since the page was asked for. */
export async function expectNoShift(page: Page): Promise<void> {
  const shifts = await page.evaluate(() => (globalThis as unknown as Noted).shifts)
  const sum = shifts.reduce((total, { value }) => total + value, 0)
  expect(sum, `nothing jumps: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(maxShift)
}

/** Fails where a page has more elements than a browser lays out at once, cuts off a choice, or has to be scrolled sideways. */
export async function expectFits(page: Page): Promise<void> {
  const count = await page.evaluate(() => document.querySelectorAll('*').length)
  expect(count, 'elements on the page').toBeLessThanOrEqual(maxElements)
  const cut = await page
    .locator('fieldset:visible')
    .evaluateAll((sets) =>
      sets
        .filter((set) => getComputedStyle(set).overflowX === 'hidden' && set.scrollWidth > set.clientWidth)
        .map((set) => set.textContent),
    )
  expect(cut, 'choices that are cut off').toEqual([])
  await expectNotWiderThanPage(page)
}

/** What the margins of our sheets leave of A4, in pixels. */
const sheet = { width: 703, height: 1000 }

/**
 * Fails where a page is too wide for paper, so that the browser shrinks all of it, or where paper has something to tick
 * or a heading that says nothing.
 */
export async function expectFitsOnPaper(page: Page): Promise<void> {
  await page.setViewportSize(sheet)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expectNotWiderThanPage(page)
  await expect(page.locator(':is([type=checkbox], [type=radio]):visible'), 'boxes to tick on paper').toHaveCount(0)
  const bare = await page
    .locator('section:visible > h2:not(:has(small))')
    .evaluateAll((heads) =>
      heads
        .filter(({ parentElement }) =>
          [...(parentElement?.children ?? [])].every((part) => part.matches('h2') || part.clientHeight === 0),
        )
        .map((head) => head.textContent),
    )
  expect(bare, 'headings with nothing below them on paper').toEqual([])
}
