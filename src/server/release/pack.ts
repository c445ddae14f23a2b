import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { create } from 'tar'

/** When all files of every npm package were changed, so that the same files are the same bytes. */
const changedAt = new Date('1985-10-26T08:15:00Z')

/** Every file below a folder, by its path with `/`, in an order of its own. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/**
 * Packs a folder as an npm package, whose files all lie in `package/`. The bytes depend on names and contents alone, and
 * on `programs`, the paths that may be run.
 */
export async function pack(folder: string, file: string, programs: ReadonlySet<string>): Promise<void> {
  await create(
    {
      cwd: folder,
      file,
      prefix: 'package',
      gzip: { level: 9 },
      portable: true,
      mtime: changedAt,
      onWriteEntry: ({ path, stat }) => {
        if (stat) stat.mode = programs.has(path.replace(/^package\//, '')) ? 0o100755 : 0o100644
      },
    },
    await filesBelow(folder),
  )
}

/** Writes the checksum of files beside them, as `sha256sum -c` reads it. */
export async function writeChecksums(folder: string, names: readonly string[]): Promise<void> {
  const lines = await Promise.all(
    names.map(async (name) => {
      const hash = createHash('sha256').update(await readFile(join(folder, name)))
      return `${hash.digest('hex')}  ${basename(name)}\n`
    }),
  )
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''))
}
