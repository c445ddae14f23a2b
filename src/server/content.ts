import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { PackedBulletin } from '../contract/packed-bulletin.ts'
import { bodOutcomes } from '../contract/due-words.ts'
import { Platform } from '../contract/platform.ts'
import { presences } from '../contract/vocabulary.ts'
import type { BodRow } from '../domain/due/decision-table.ts'
import { LifecycleProduct } from '../contract/lifecycle.ts'
import { productRoot } from './product.ts'
import { ShippedSource } from './store/sources.ts'
import type { Content } from './store/store.ts'
import { unpacked } from '../domain/bulletin/packed.ts'

const shipped = join(productRoot, 'src/content')

async function parseFile<T>(schema: z.ZodType<T>, file: string): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/**
 * The bulletins, platforms and sources that ship with the product.
 *
 * @throws Error naming the file and the field that breaks the contract
 */
export async function readContent(directory = shipped): Promise<Content & { sources: ShippedSource[] }> {
  const bulletins = join(directory, 'bulletins')
  const names = (await readdir(bulletins)).filter((name) => name.endsWith('.json')).toSorted()
  return {
    platforms: await parseFile(z.array(Platform), join(directory, 'platforms.json')),
    sources: await parseFile(z.array(ShippedSource), join(directory, 'sources.json')),
    bulletins: await Promise.all(
      names.map(async (name) => unpacked(await parseFile(PackedBulletin, join(bulletins, name)))),
    ),
  }
}

const Fact = z.enum(presences)
const DecisionRow = z.object({
  kev: Fact,
  exposed: Fact,
  automatable: Fact,
  total: Fact,
  outcome: z.enum(bodOutcomes),
})

/** The decision table of BOD 26-04. */
export const readDecisionTable = async (): Promise<BodRow[]> =>
  (await parseFile(z.object({ rows: z.array(DecisionRow) }), join(shipped, 'bod-26-04.json'))).rows

/** The ends of support that ship with the product. */
export const readLifecycleContent = (directory = shipped): Promise<LifecycleProduct[]> =>
  parseFile(z.array(LifecycleProduct), join(directory, 'lifecycle.json'))
