/**
 * Prints how long a reader waits in real Chromium with many bulletins: from a key or click to the painted frame that
 * shows its effect, and how many elements the page has. Build first: `npm run build && npm run bench -- pages`; or, over
 * what has been imported, `npm run bench -- pages DATA_DIRECTORY`.
 */
import { createAdaptorServer } from '@hono/node-server'
import { chromium, type Page } from '@playwright/test'
import { buildApp } from '../../src/server/app.ts'
import { builtFolders } from '../../src/server/built-folders.ts'
import { servedBuild } from '../../src/server/rendering/load.ts'
import { sqliteStore, storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { browserArgs, findBrowser } from '../support/browser.ts'
import { generate } from './generate.ts'

const directory = process.argv[2]
const store = directory === undefined ? await storeInMemory() : await sqliteStore(directory)
if (directory === undefined) await store.seed(generate({ bulletins: 10_000, platforms: 300, cvesPerBulletin: 4 }))
const counts = [(await store.summaries()).length, (await store.platforms()).length]
const server = createAdaptorServer({ fetch: buildApp({ store, ...(await servedBuild(builtFolders('.'))) }).fetch })
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`

/** Notes for every key, input and click the time until the first frame is painted that shows an effect of it. */
function watchFrames() {
  const waits: number[] = []
  let started: number | null = null
  // A message that is posted before a frame arrives after it.
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', ({ data }) => waits.push(performance.now() - data))
  channel.port1.start()
  const effect = () => {
    if (started === null) return
    const since = started
    started = null
    requestAnimationFrame(() => channel.port2.postMessage(since))
  }
  for (const type of ['keydown', 'beforeinput', 'click']) {
    addEventListener(type, ({ timeStamp }) => (started ??= timeStamp), { capture: true })
  }
  for (const type of ['scroll', 'focusin']) addEventListener(type, effect, { capture: true })
  new MutationObserver(effect).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  Object.assign(globalThis, {
    forget: () => (started = null),
    takeWaits: () => waits.splice(0),
  })
}

type Watch = { forget: () => void; takeWaits: () => number[] }
// `watchFrames` puts them there.
const forget = () => (globalThis as unknown as Partial<Watch>).forget?.()
const takeWaits = () => (globalThis as unknown as Watch).takeWaits()

/** Long enough for all effects; a key that had none is forgotten. */
async function settle(page: Page) {
  await page.waitForTimeout(350)
  await page.evaluate(forget)
}

async function typeWords(page: Page) {
  await page.keyboard.press('/')
  for (const key of ['製', '品', ' ', '7', '1', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace']) {
    await (key.length === 1 && key > '~'
      ? page.keyboard.insertText(key)
      : page.keyboard.press(key === ' ' ? 'Space' : key))
    await settle(page)
  }
}

async function clickFilters(page: Page) {
  // Where the filters are a sheet it is opened first.
  const opener = page.locator('button[popovertarget=filters]:visible').first()
  const isSheet = await opener.isVisible()
  if (isSheet) await opener.click()
  const boxes = page.locator('#filters > div > fieldset input[type=checkbox]')
  for (const position of [0, 1, 4, 5, 0, 7, 8, 9, 12, 14, 1, 4, 7, 8, 9, 12, 14, 5]) {
    await boxes.nth(position).click()
    await settle(page)
  }
  if (isSheet) await page.keyboard.press('Escape')
}

async function moveByKeys(page: Page, keys: readonly string[]) {
  for (const key of keys) {
    await page.keyboard.press(key)
    await settle(page)
  }
}

/** What is done on each page, beside typing in the search of all pages. */
const pages = {
  '/alerts': async (page: Page) => {
    await clickFilters(page)
    await moveByKeys(page, ['j', 'j', 'j', 'j', 'x', 'k', 'j', 'j', 'x', 'j'])
  },
  '/matrix': async (page: Page) => {
    await clickFilters(page)
    await page.locator('main [role=region]').first().focus()
    await moveByKeys(page, ['ArrowDown', 'ArrowRight', 'PageDown', 'PageDown', 'End', 'ArrowDown', 'Home', 'PageUp'])
  },
  '/tests': async (page: Page) => {
    await page.locator('main [role=region]').first().focus()
    await moveByKeys(page, ['ArrowDown', 'ArrowRight', 'PageDown', 'End', 'ArrowUp', 'Home', 'ArrowDown', 'ArrowDown'])
  },
}

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() })
const rows = []
for (const [path, move] of Object.entries(pages)) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, locale: 'ja-JP' })
  await page.goto(origin + path)
  await page.locator('h1').waitFor()
  await settle(page)
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  const most = [await elements()]
  await page.evaluate(watchFrames)
  for (const act of [move, typeWords]) {
    await act(page)
    most.push(await elements())
  }
  const waits = await page.evaluate(takeWaits)
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
  rows.push({
    page: path,
    actions: sorted.length,
    median: at(0.5),
    p95: at(0.95),
    most: at(1),
    elements: Math.max(...most),
  })
  await page.close()
}
console.log(
  `In Chromium ${browser.version()}, milliseconds to the painted frame, ${counts[0]} bulletins, ${counts[1]} platforms`,
)
console.table(rows)
await browser.close()
server.close()
await store.close()
