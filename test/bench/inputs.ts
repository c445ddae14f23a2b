/** What people do on any page to work with it, one kind of input after the other. */
import type { Locator, Page } from '@playwright/test'
import { timeToFrame } from './frames.ts'

/** Milliseconds to the painted frame of each input, by the kind of input. */
export type Waits = Map<string, number[]>

/** At most so many links, boxes and the like of a page are tried. */
const most = 3

export async function tryInputs(page: Page, waits: Waits) {
  const time = async (kind: string, act: () => Promise<void>, leads = false) => {
    const wait = await timeToFrame(page, act, leads)
    if (wait === undefined) return
    if (!waits.has(kind)) waits.set(kind, [])
    waits.get(kind)?.push(wait)
  }
  const press = async (kind: string, keys: readonly string[]) => {
    for (const key of keys) await time(kind, () => page.keyboard.press(key))
  }
  const click = async (kind: string, target: Locator, leads = false) => {
    // What is drawn late may take away what was to be clicked.
    const soon = { timeout: 1000 }
    const box = await target
      .scrollIntoViewIfNeeded(soon)
      .then(() => target.boundingBox(soon))
      .catch(() => null)
    if (box === null) return
    // As a hand does, without what Playwright looks at in the page before a click.
    const [x, y] = [box.x + Math.min(box.width / 2, 60), box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.waitForTimeout(100)
    await time(kind, () => page.mouse.click(x, y), leads)
  }
  /** Clicks what is there, one after the other; where a click takes it away, always the first. */
  const clickSome = async (kind: string, all: Locator, areTaken = false) => {
    for (let at = 0; at < most; at += 1) {
      const target = all.nth(areTaken ? 0 : at)
      if (await target.isVisible()) await click(kind, target)
    }
  }

  await press('help', ['?', 'Escape'])
  await press('palette', ['Control+k', 'w', 'i', 'Backspace', 'Escape'])
  await press('next row', ['j', 'j', 'k'])
  const search = page.locator('header input[type=search]:visible').first()
  if (await search.isVisible()) {
    await search.focus()
    await press('search', ['k', 'b', '5', 'Backspace', 'Backspace', 'Backspace', '7', 'Backspace'])
    await page.keyboard.press('Escape')
  }
  const grid = page.locator('main [role=region][tabindex="0"]:visible').first()
  if (await grid.isVisible()) {
    await grid.focus()
    await press('grid', ['ArrowDown', 'ArrowRight', 'PageDown', 'End', 'Home'])
  }
  await clickSome('filter', page.locator('#filters:visible input[type=checkbox]:visible'))
  await clickSome('filter', page.locator('#filters:visible input[type=checkbox]:checked:visible'), true)
  await clickSome('opener', page.locator('main summary:visible'))
  const field = page.locator('main input:is([type=text], [type=number], [type=search]):visible').first()
  if (await field.isVisible()) {
    await field.focus()
    await press('field', ['End', '1', 'Backspace'])
  }
  await followLinks(page, (link) => click('link', link, true))
}

/** Links to other kinds of pages, in the page and in the header, each with the way back. */
async function followLinks(page: Page, follow: (link: Locator) => Promise<void>) {
  const here = new URL(page.url())
  const found = await page
    .locator(':is(main, header nav) a[href^="/"]:not([href^="/api/"]):visible')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const kindOf = (href: string) => new URL(href, here).pathname.split('/', 2).join('/')
  const byKind = new Map(found.toReversed().map((href) => [kindOf(href), href]))
  byKind.delete(kindOf(here.href))
  for (const href of [...byKind.values()].slice(0, 2 * most)) {
    const link = page.locator(`:is(main, header nav) a[href=${JSON.stringify(href)}]:visible`).first()
    if (!(await link.isVisible())) continue
    await follow(link)
    if (page.url() === here.href) continue
    await page.goBack()
    await page.locator('main h1').first().waitFor()
    await page.waitForTimeout(300)
  }
}
