import { open, readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { documentBytes } from '../../contract/limits.ts'
import { isEpss } from '../../feeds/epss/import.ts'
import { Unreadable } from '../../feeds/feed.ts'
import { headOf } from '../../feeds/text.ts'

/** A file, or why it cannot be read. */
export type Found = { file: string; passedOver: string | null }

const endings = ['.xml', '.json', '.jsonl', '.gz', '.html', '.htm']

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(4096) })
    return headOf(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

/** Why a file that was found in a folder is not read; null where it is. */
async function whyNot(file: string): Promise<string | null> {
  const ending = extname(basename(file)).toLowerCase()
  if (endings.includes(ending)) return null
  // Of tables only lists of EPSS are read, and machines are often beside them.
  if (ending === '.csv') return isEpss(await beginningOf(file)) ? null : 'is a table, and no list of EPSS'
  // Downloads are often kept without one: what they begin with tells.
  if (ending !== '') return `only ${endings.join(', ')}, .csv and files without an ending are read in a folder`
  return /^[<{[]/.test(await beginningOf(file)) ? null : 'begins as neither XML nor JSON does'
}

/**
 * The files below the given ones, in the order of their names. What is named itself is read whatever it is called.
 *
 * @throws what the file system says where a path is not there
 */
export async function filesOf(path: string): Promise<Found[]> {
  if (!(await stat(path)).isDirectory()) return [{ file: path, passedOver: null }]
  const names = await readdir(path, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found: Found[] = []
  for (const file of files.toSorted()) found.push({ file, passedOver: await whyNot(file) })
  return found
}

/**
 * The bytes of a file.
 *
 * @throws Unreadable where it is larger than any document may be
 */
export async function readWholeFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { size } = await stat(file)
  if (size > documentBytes) throw new Unreadable('document', `is larger than ${documentBytes / 1024 / 1024} MiB`)
  return new Uint8Array(await readFile(file))
}
