/**
 * Prints how smoothly the marker of the rollout chart is dragged in real Chromium. Build first:
 * `npm run build && npm run bench -- drag`.
 */
import { createAdaptorServer } from '@hono/node-server'
import { chromium } from '@playwright/test'
import { buildApp } from '../../src/server/app.ts'
import { builtFolders } from '../../src/server/built-folders.ts'
import { servedBuild } from '../../src/server/rendering/load.ts'
import { browserArgs, findBrowser } from '../support/browser.ts'
import { contentStore } from '../support/content-store.ts'

const app = buildApp({ store: await contentStore(), ...(await servedBuild(builtFolders('.'))) })
const server = createAdaptorServer({ fetch: app.fetch })
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`

/** Notes the time of every frame, and whether the marker had moved in it. */
function watchMarker() {
  const frames: number[] = []
  let moved = 0
  let last = ''
  const look = (at: number) => {
    const now = document.querySelector('[role=slider]')?.getAttribute('aria-valuenow') ?? ''
    if (now !== last) moved += 1
    last = now
    frames.push(at)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  Object.assign(globalThis, { takeFrames: () => ({ frames: frames.splice(0), moved }) })
}
// `watchMarker` puts it there.
const takeFrames = () =>
  (globalThis as unknown as { takeFrames: () => { frames: number[]; moved: number } }).takeFrames()

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() })
const rows = []
for (const bulletins of ['MS05-019', 'MS05-019,MS05-018,MS05-011,MS05-014']) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, locale: 'ja-JP' })
  await page.goto(
    `${origin}/rollout?plan=1;b:${bulletins};m:windows-2000.sp3:260,windows-xp.sp2:360;c:2;z:Asia/Tokyo;s:2005-04-19`,
  )
  await page.locator('.recharts-surface').waitFor()
  const box = await page.locator('[data-fleet-marker]').boundingBox()
  if (box === null) throw new Error('the marker has no box')
  await page.mouse.move(box.x + box.width * 0.62, box.y + 120)
  await page.mouse.down()
  await page.evaluate(watchMarker)
  for (let turn = 0; turn < 4; turn += 1) {
    await page.mouse.move(box.x + box.width * (turn % 2 === 0 ? 0.05 : 0.95), box.y + 120, { steps: 90 })
  }
  const { frames, moved } = await page.evaluate(takeFrames)
  await page.mouse.up()
  const waits = frames.slice(1).map((at, before) => at - (frames[before] ?? at))
  const sorted = waits.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1))
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000
  rows.push({
    bulletins: bulletins.split(',').length,
    'frames a second': Math.round(waits.length / seconds),
    'frames with the marker moved': moved,
    'median, ms': at(0.5),
    'p95, ms': at(0.95),
    'longest, ms': at(1),
  })
  await page.close()
}
console.log(`The marker dragged in Chromium ${browser.version()}`)
console.table(rows)
await browser.close()
server.close()
