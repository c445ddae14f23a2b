/** Brings documents into a store, file by file. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { documentBytesAtMost, type Problem } from '../../feeds/feed.ts'
import type { BulletinStore, Saved } from '../store/store.ts'
import { readDocument, type ReadDocument } from './read-document.ts'

/** What became of a file. With problems it is refused, unless what is good of it was asked for. */
export type FileReport = {
  file: string
  kind: ReadDocument['kind']
  saved: Saved[]
  problems: Problem[]
}

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

async function importFile(store: BulletinStore, file: string, keepGoing: boolean): Promise<FileReport> {
  const { size } = await stat(file)
  if (size > documentBytesAtMost) {
    const message = `is larger than ${documentBytesAtMost / 1024 / 1024} MiB`
    return { file, kind: 'unknown', saved: [], problems: [{ place: 'document', rule: null, message }] }
  }
  const { kind, platforms, bulletins, problems, knownExploited } = await readDocument(await readFile(file), {
    keepGoing,
  })
  if (problems.length > 0 && !keepGoing) return { file, kind, saved: [], problems }
  const saved =
    kind === 'kev' && problems.length === 0
      ? await store.saveKnownExploited(knownExploited, kind)
      : await store.save({ platforms, bulletins }, kind)
  return { file, kind, saved, problems }
}

/** Imports one file after the other; each is taken whole or not at all, unless `keepGoing`. */
export async function* importFiles(
  store: BulletinStore,
  files: readonly string[],
  { keepGoing }: { keepGoing: boolean },
): AsyncGenerator<FileReport> {
  for (const file of files) yield await importFile(store, file, keepGoing)
}
