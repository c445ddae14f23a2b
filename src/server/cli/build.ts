/** Builds the pages; with `--if-changed`, as at a start, only where they are not up to date. */
import { buildPages, ensureBuild } from '../build-pages.ts'
import { productRoot } from '../product.ts'

try {
  await (process.argv.includes('--if-changed') ? ensureBuild : buildPages)(productRoot)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
