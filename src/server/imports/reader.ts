/**
 * The process in which documents are read. One that never ends, or takes all memory, ends nothing but this process; a large
 * one would hold up every request of the server, and the rules of CSAF take seconds to load.
 */
import { listingOf } from '../../feeds/listing.ts'
import { readInventorySafely } from './read-inventory.ts'
import { fileInParts, toldInParts, type ReaderAnswer, type Asked } from './reading-parts.ts'
import { readSafely } from './read-safely.ts'

let bytes = new Uint8Array()
let received = 0
let parts: Iterator<ReaderAnswer> | null = null

async function answerTo(asked: Asked): Promise<ReaderAnswer | null> {
  if (asked.task === 'begin') {
    ;[bytes, received] = [new Uint8Array(asked.bytes), 0]
    return null
  }
  if (asked.task === 'bytes') {
    bytes.set(asked.bytes, received)
    received += asked.bytes.length
    return null
  }
  if (asked.task !== 'more') {
    const document = bytes
    bytes = new Uint8Array()
    if (asked.task === 'list') return { answer: 'list', listing: listingOf(document, asked.base) }
    parts =
      asked.task === 'inventory'
        ? fileInParts(await readInventorySafely(document, asked.how))
        : toldInParts(await readSafely(document, asked.options))
  }
  const next = parts?.next()
  return next === undefined || next.done === true ? { answer: 'end' } : next.value
}

const tell = (answer: ReaderAnswer) => process.send?.(answer)

process.on('message', (asked: Asked) => {
  void answerTo(asked)
    .catch((error: unknown): ReaderAnswer => ({
      answer: 'failed',
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    }))
    .then((answer) => answer && tell(answer))
})
// Nobody is left to be answered.
process.on('disconnect', () => process.exit())
tell({ answer: 'ready' })
