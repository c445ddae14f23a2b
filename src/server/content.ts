import { readdir, readFile } from 'node:fs/promises'
import * as z from 'zod'
import { Bulletin } from '../contract/bulletin.ts'
import { Platform } from '../contract/platform.ts'
import type { Content } from './store/store.ts'

const shipped = new URL('../content/', import.meta.url)

async function parseFile<T>(schema: z.ZodType<T>, file: URL): Promise<T> {
  const parsed = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file.pathname}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/**
 * The bulletins and platforms that ship with the product.
 *
 * @throws Error naming the file and the field that breaks the contract
 */
export async function readContent(directory: URL = shipped): Promise<Content> {
  const bulletins = new URL('bulletins/', directory)
  const names = (await readdir(bulletins)).filter((name) => name.endsWith('.json')).toSorted()
  return {
    platforms: await parseFile(z.array(Platform), new URL('platforms.json', directory)),
    bulletins: await Promise.all(names.map((name) => parseFile(Bulletin, new URL(name, bulletins)))),
  }
}
