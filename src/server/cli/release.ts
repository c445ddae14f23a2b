/** `npm run release`: builds the release into `release/`; with `-- --if-changed`, of the pages as they are where they are up to date. */
import { statSync } from 'node:fs'
import { productRoot } from '../product.ts'
import { buildRelease } from '../release/release.ts'
import { sizeText } from './command.ts'

try {
  const file = await buildRelease(productRoot, { rebuild: !process.argv.includes('--if-changed') })
  console.log(`${file} (${sizeText(statSync(file).size)})`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
