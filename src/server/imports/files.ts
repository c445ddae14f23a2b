import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { documentBytesAtMost, Unreadable } from '../../feeds/feed.ts'

/** The files below the given ones, in the order of their names. */
export async function filesOf(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      if (!(await stat(path)).isDirectory()) return [path]
      const names = await readdir(path, { recursive: true, withFileTypes: true })
      return names
        .filter((entry) => entry.isFile() && /\.(xml|json|jsonl)$/i.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    }),
  )
  return found.flat()
}

/**
 * The bytes of a file.
 *
 * @throws Unreadable where it is larger than any document may be
 */
export async function readWholeFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { size } = await stat(file)
  if (size > documentBytesAtMost)
    throw new Unreadable('document', `is larger than ${documentBytesAtMost / 1024 / 1024} MiB`)
  return new Uint8Array(await readFile(file))
}
