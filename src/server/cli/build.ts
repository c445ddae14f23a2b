/** Builds the pages; with `--if-changed`, as at a start, only where they are not up to date. */
import { fileURLToPath } from 'node:url'
import { buildPages, ensureBuild } from '../build-pages.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
await (process.argv.includes('--if-changed') ? ensureBuild : buildPages)(root)
