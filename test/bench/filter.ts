/** Prints what the summary index and the filter cost, in Node and in Chromium, at several sizes: `npm run bench -- filter`. */
import { brotliCompressSync, constants } from 'node:zlib'
import { chromium } from '@playwright/test'
import { IndexRow } from '../../src/contract/summary.ts'
import { summarise } from '../../src/domain/bulletin/summary.ts'
import { encodeTable } from '../../src/domain/table/encode.ts'
import { browserArgs, findBrowser } from '../support/browser.ts'
import { bundle } from './bundle.ts'
import * as engine from './engine.ts'
import { generate } from './generate.ts'

const sizes = [1500, 10_000, 100_000]

const samples = sizes.map((size) => {
  const { bulletins, platforms } = generate({ bulletins: size, platforms: 60, cvesPerBulletin: 4 })
  return { size, platforms, text: JSON.stringify(encodeTable(bulletins.map(summarise), IndexRow.shape)) }
})

/** As the server compresses it. */
const kilobytes = (text: string) =>
  Math.round(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }).length / 1000)

console.log('In Node, milliseconds')
console.table(
  samples.map(({ size, text, platforms }) => ({
    bulletins: size,
    'KB sent': kilobytes(text),
    ...engine.measureEngine(text, platforms),
  })),
)

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() })
const page = await browser.newPage()
await page.addScriptTag({ content: await bundle('test/bench/engine.ts', 'bench') })
console.log(`In Chromium ${browser.version()}, milliseconds`)
const rows = []
for (const { size, text, platforms } of samples) {
  const figures = await page.evaluate(
    // The bundle puts the module's exports there.
    ([wire, tree]) => (globalThis as unknown as { bench: typeof engine }).bench.measureEngine(wire, tree),
    [text, platforms] as const,
  )
  rows.push({ bulletins: size, ...figures })
}
console.table(rows)
await browser.close()
