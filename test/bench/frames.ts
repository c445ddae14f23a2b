/** Times from a key or click to the painted frame that shows its effect, of a page in Chromium. */
import type { Page } from '@playwright/test'

type Watch = { expect: (leads: boolean) => void; painted: () => Promise<number | undefined> }
// `watchFrames` puts it there.
type Watched = typeof globalThis & { frameWatch: Watch }

/**
 * Runs in the page. An effect is the first change of the document, the focus or the place after a key or click; of one
 * that leads to another page, that page's heading. Frames are looked at as they come, as a screen shows them: the effect
 * has been painted at the second one after the first that has it.
 */
function watchFrames() {
  let began: number | null = null
  let isThere = false
  let headingBefore: string | null = null
  let { promise, resolve } = Promise.withResolvers<number | undefined>()
  const heading = () => document.querySelector('main h1')?.textContent ?? ''
  const effect = () => {
    isThere ||= began !== null && heading() !== headingBefore
  }
  const look = () => {
    const since = began
    if (isThere && since !== null) {
      began = null
      isThere = false
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - since)))
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  for (const type of ['keydown', 'beforeinput', 'click']) {
    addEventListener(type, ({ timeStamp, isTrusted }) => isTrusted && (began ??= timeStamp), { capture: true })
  }
  for (const type of ['scroll', 'focusin']) addEventListener(type, effect, { capture: true })
  new MutationObserver(effect).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  const frameWatch: Watch = {
    expect: (leads) => {
      began = null
      isThere = false
      headingBefore = leads ? heading() : null
      ;({ promise, resolve } = Promise.withResolvers<number | undefined>())
    },
    painted: () => {
      setTimeout(() => resolve(undefined), headingBefore === null ? 500 : 5000)
      return promise
    },
  }
  Object.assign(globalThis, { frameWatch })
}

/** Watches all documents that the page opens from now on. */
export const watchPage = (page: Page) => page.addInitScript(watchFrames)

// They run in the page, too.
const expectEffect = (leads: boolean) => (globalThis as Watched).frameWatch.expect(leads)
const painted = () => (globalThis as Watched).frameWatch.painted()

/**
 * Milliseconds from a key or click, done by `act`, until its effect has been painted; undefined where it had none.
 * Where it `leads` to another page, the effect is that page's heading.
 */
export async function timeToFrame(page: Page, act: () => Promise<void>, leads = false): Promise<number | undefined> {
  await page.evaluate(expectEffect, leads)
  await act()
  const time = await page.evaluate(painted)
  // What comes later, such as the end of a scroll, is not taken for an effect of what is done next.
  await page.waitForTimeout(150)
  return time
}
