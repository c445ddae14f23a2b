/**
 * What is kept as a file: gzip over JSON Lines. The head comes first, then a line for each row, and at the end what all
 * this comes to.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import * as z from 'zod'
import { checkMigrations, Head, KeptRow, type Kept } from './rows.ts'
import { errorCode, errorMessage } from '../error-text.ts'

const End = z.strictObject({ rows: z.record(z.string(), z.int()), sha256: z.string() })
const Line = z.union([KeptRow, End])

/** Text is handed on in pieces of about this many characters. */
const pieceLength = 64 * 1024

/** No line that was ever written is as long as this, in bytes: it protects the memory from what is no backup. */
const maxLineBytes = 256 * 1024 * 1024

/** The lines of a backup. */
async function* linesOf({ head, rows }: Kept, counts: Map<string, number>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let piece = `${JSON.stringify(head)}\n`
  for await (const kept of rows) {
    if (piece.length >= pieceLength) {
      hash.update(piece)
      yield piece
      piece = ''
    }
    piece += `${JSON.stringify(kept)}\n`
    counts.set(kept.table, (counts.get(kept.table) ?? 0) + 1)
  }
  hash.update(piece)
  yield piece
  const end: z.infer<typeof End> = { rows: Object.fromEntries(counts), sha256: hash.digest('hex') }
  yield `${JSON.stringify(end)}\n`
}

/**
 * Writes a backup: whole, or not at all. Only its owner may read it. `check` sees the file before it has its name, and
 * throws where it shall not get it.
 *
 * @returns the rows of each table, and the size in bytes
 * @throws Error when the file is there already, or cannot be written
 */
export async function writeBackup(
  file: string,
  kept: Kept,
  check: (part: string) => Promise<void> = async () => {},
): Promise<{ counts: Map<string, number>; bytes: number }> {
  const part = `${file}.part`
  const refuseExisting = () => {
    if (existsSync(file)) throw new Error(`${file} is there already and is not overwritten; name another file`)
  }
  refuseExisting()
  const handle = await open(part, 'wx', 0o600).catch((cause: unknown) => {
    const why =
      errorCode(cause) === 'EEXIST'
        ? 'is there already: another backup is being written, or was cut off; remove it then'
        : null
    throw new Error(`${part} ${why ?? `cannot be written: ${errorMessage(cause)}`}`, { cause })
  })
  const counts = new Map(kept.head.tables.map((table) => [table, 0]))
  try {
    await pipeline(Readable.from(linesOf(kept, counts)), createGzip(), handle.createWriteStream({ flush: true }))
    await check(part)
    refuseExisting()
    await rename(part, file)
  } catch (error) {
    await handle.close()
    await rm(part, { force: true })
    throw error
  }
  return { counts, bytes: (await stat(file)).size }
}

/** The lines of a gzipped file, cut at line feeds only: JSON has other line separators inside its texts. */
async function* linesIn(file: string): AsyncGenerator<Buffer, undefined> {
  const input = createReadStream(file)
  const unpacked = createGunzip()
  // `pipe` hands on no errors.
  input.on('error', (error) => unpacked.destroy(error))
  let pieces: Buffer[] = []
  let length = 0
  const bytes: AsyncIterable<Buffer> = input.pipe(unpacked)
  try {
    for await (const chunk of bytes) {
      let from = 0
      for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
        yield Buffer.concat([...pieces, chunk.subarray(from, to)])
        pieces = []
        length = 0
        from = to + 1
      }
      pieces.push(chunk.subarray(from))
      length += chunk.length - from
      if (length > maxLineBytes) throw new Error('a line is too long')
    }
    if (length > 0) yield Buffer.concat(pieces)
  } finally {
    input.destroy()
    unpacked.destroy()
  }
}

const jsonOf = (line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString())
  } catch {
    return null
  }
}

/** What is wrong with a file that cannot be read to its end. */
function explain(file: string, error: unknown): Error {
  const code = errorCode(error)
  if (code === 'Z_BUF_ERROR') return new Error(`${file} is cut off; use another backup`, { cause: error })
  if (code.startsWith('Z_')) return new Error(`${file} is no backup, or is damaged; use another one`, { cause: error })
  return new Error(`${file} cannot be read: ${errorMessage(error)}`, { cause: error })
}

function headOf(file: string, line: Buffer | undefined): Head {
  const given = line === undefined ? null : jsonOf(line)
  const version = z.object({ format: z.literal('hotfix-report-backup'), version: z.int() }).safeParse(given)
  if (!version.success) throw new Error(`${file} is no backup of HotFix Report`)
  if (version.data.version > 1)
    throw new Error(`${file} is of a newer version of HotFix Report (format ${version.data.version}); use that one`)
  const head = Head.safeParse(given)
  if (!head.success) throw new Error(`${file} has been changed: its first line is not as it was written`)
  checkMigrations(head.data.migrations, file)
  return head.data
}

/**
 * Reads a backup. Whether it is whole is known when its last row has been taken; until then nothing may be final.
 *
 * @throws Error in one sentence, at once or while rows are taken: cut off, changed, of a newer version
 */
export async function readBackup(file: string): Promise<Kept> {
  const lines = linesIn(file)
  const nextLine = async (): Promise<Buffer | undefined> => {
    try {
      const next = await lines.next()
      return next.done === true ? undefined : next.value
    } catch (error) {
      throw explain(file, error)
    }
  }
  const first = await nextLine()
  const head = headOf(file, first)
  const hash = createHash('sha256')
    .update(first ?? '')
    .update('\n')
  const changed = (line: number, why: string) => new Error(`${file} has been changed: line ${line} ${why}`)

  async function* rows(): AsyncGenerator<KeptRow> {
    const counts = new Map(head.tables.map((table) => [table, 0]))
    let table = 0
    try {
      for (let number = 2; ; number++) {
        const line = await nextLine()
        if (line === undefined) throw new Error(`${file} is cut off; use another backup`)
        const read = Line.safeParse(jsonOf(line))
        if (!read.success) throw changed(number, 'is not as it was written')
        if ('sha256' in read.data) {
          if (read.data.sha256 !== hash.digest('hex')) throw new Error(`${file} has been changed: its checksum differs`)
          if (JSON.stringify(read.data.rows) !== JSON.stringify(Object.fromEntries(counts)))
            throw changed(number, 'counts other rows')
          if ((await nextLine()) !== undefined) throw changed(number + 1, 'is behind the end')
          return
        }
        const at = head.tables.indexOf(read.data.table)
        if (at < table) throw changed(number, 'is not in order')
        table = at
        counts.set(read.data.table, (counts.get(read.data.table) ?? 0) + 1)
        hash.update(line).update('\n')
        yield read.data
      }
    } finally {
      await lines.return(undefined)
    }
  }
  return { head, rows: rows() }
}
