import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { productRoot } from './product.ts'

const file = join(productRoot, 'package.json')

/** The version of the product. */
export const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')))
