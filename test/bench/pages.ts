/**
 * Prints how long a reader waits in real Chromium for every page: from a key or click to the painted frame that shows its
 * effect, as times of what the plainest page needs in the same run; and how many elements the page has. Build first:
 * `npm run build && npm run bench -- pages`. Takes `--data DIRECTORY` for what has been imported instead of 10,000
 * made-up bulletins, `--pages PATTERN` for some pages, `--floor URL` for another page to compare with, and `--rounds 5`.
 */
import { parseArgs } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { chromium, type Page } from '@playwright/test'
import { buildApp } from '../../src/server/app.ts'
import { builtFolders } from '../../src/server/built-folders.ts'
import { servedBuild } from '../../src/server/rendering/load.ts'
import { sqliteStore, storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { browserArgs, findBrowser } from '../support/browser.ts'
import { pagesWith } from '../support/pages.ts'
import { floorPage } from './floor.ts'
import { timeToFrame, watchPage } from './frames.ts'
import { generate } from './generate.ts'
import { tryInputs, type Waits } from './inputs.ts'
import { quantile } from './quantile.ts'

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    data: { type: 'string' },
    pages: { type: 'string', default: '' },
    floor: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
})
const store = values.data === undefined ? await storeInMemory() : await sqliteStore(values.data)
if (values.data === undefined) await store.seed(generate({ bulletins: 10_000, platforms: 300, cvesPerBulletin: 4 }))
const summaries = await store.summaries()
const [platform] = await store.platforms()
const app = buildApp({ store, ...(await servedBuild(builtFolders('.'))) })
const asDocument = { headers: { 'content-type': 'text/html' } }
const server = createAdaptorServer({
  fetch: (request) => (request.url.endsWith('/floor') ? new Response(floorPage, asDocument) : app.fetch(request)),
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`

const [newest] = summaries.toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn))
const [mostVulnerable] = summaries.toSorted((a, b) => b.vulnerabilities.length - a.vulnerabilities.length)
const [mostPlatforms] = summaries.toSorted((a, b) => b.platforms.length - a.platforms.length)
const pages = {
  ...pagesWith({
    bulletin: newest?.id ?? '',
    vulnerability: mostVulnerable?.vulnerabilities[0]?.id ?? '',
    platform: platform?.id ?? '',
  }),
  'most vulnerabilities': `/bulletins/${mostVulnerable?.id}`,
  'most platforms': `/bulletins/${mostPlatforms?.id}`,
}
const paths = [...new Set(Object.values(pages))].filter((path) => new RegExp(values.pages).test(path))

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() })
// One for all pages: after the first, code comes from the browser's cache.
const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, locale: 'ja-JP' })
const speeds = [1, 4]

/** A page on which all has been done once, so that its code is there, and whose processor is so many times slower then. */
async function openAt(slowdown: number, address: string, tryOnce: (page: Page) => Promise<unknown>) {
  const page = await context.newPage()
  await watchPage(page)
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await tryOnce(page)
  await page.waitForTimeout(500)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

async function tryFloorInputs(page: Page, waits: number[]) {
  const time = async (act: () => Promise<void>) => {
    const wait = await timeToFrame(page, act)
    if (wait !== undefined) waits.push(wait)
  }
  await page.locator('input').focus()
  for (const key of ['f', 'l', 'a', 'Backspace', 'Backspace', 'Backspace']) await time(() => page.keyboard.press(key))
  await time(() => page.mouse.click(100, 100))
  await time(() => page.keyboard.press('Escape'))
}

const floors = speeds.map((): number[] => [])
const measured = paths.map((path) => ({ path, elements: 0, waits: speeds.map((): Waits => new Map()) }))
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const row of measured) {
    for (const [at, slowdown] of speeds.entries()) {
      const floor = await openAt(slowdown, values.floor ?? `${origin}/floor`, (opened) => tryFloorInputs(opened, []))
      await tryFloorInputs(floor, floors[at] ?? [])
      await floor.close()
      const page = await openAt(slowdown, origin + row.path, (opened) => tryInputs(opened, new Map()))
      row.elements = Math.max(row.elements, await page.evaluate(() => document.querySelectorAll('*').length))
      await tryInputs(page, row.waits[at] ?? new Map())
      await page.close()
    }
  }
}

const middle = (waits: readonly number[]) => quantile(waits, 0.5)
const floorOf = floors.map(middle)
const rounded = (ratio: number) => Number(ratio.toFixed(2))
/** What waits come to at one of the speeds. */
function figuresOf(waits: readonly number[], at: number) {
  const [name, median] = [`${speeds[at]}x`, middle(waits)]
  return { [name]: median, [`${name} / floor`]: rounded(median / (floorOf[at] ?? Number.NaN)) }
}

console.log(
  `In Chromium ${browser.version()}, ${summaries.length} bulletins, milliseconds to the painted frame, medians; ` +
    `the floor is ${speeds.map((slowdown, at) => `${floorOf[at]} with the processor ${slowdown}x slower`).join(', ')}`,
)
console.table(
  measured.map(({ path, elements, waits }) => {
    const ofSpeeds = speeds.map((slowdown, at) => {
      const kinds = [...(waits[at] ?? [])]
      const floor = floorOf[at] ?? Number.NaN
      const slowest = kinds
        .map(([kind, some]) => ({ kind, ratio: rounded(middle(some) / floor) }))
        .toSorted((a, b) => b.ratio - a.ratio)
        .slice(0, 3)
      return {
        ...figuresOf(
          kinds.flatMap(([, some]) => some),
          at,
        ),
        [`${slowdown}x slowest`]: slowest.map(({ kind, ratio }) => `${kind} ${ratio}`).join(', '),
      }
    })
    const inputs = [...(waits[0]?.values() ?? [])].flat().length
    return { path, inputs, elements, ...ofSpeeds[0], ...ofSpeeds[1] }
  }),
)
console.log('Of all pages, by what was done:')
const kinds = new Set(measured.flatMap(({ waits }) => waits.flatMap((ofSpeed) => [...ofSpeed.keys()])))
console.table(
  Array.from(kinds, (kind) => {
    const ofSpeeds = speeds.map((_, at) =>
      figuresOf(
        measured.flatMap(({ waits }) => waits[at]?.get(kind) ?? []),
        at,
      ),
    )
    return { kind, ...ofSpeeds[0], ...ofSpeeds[1] }
  }),
)
await browser.close()
server.close()
await store.close()
