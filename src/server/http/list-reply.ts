import { createHash } from 'node:crypto'
import { prepareText, type PreparedReply } from './reply.ts'
import { yieldToEventLoop } from '../yield-to-event-loop.ts'

/** Items that are made into JSON at a time. */
const itemsAtOnce = 100

/** After this many characters others have their turn. */
const charactersAtOnce = 500_000

/** JSON that comes in pieces as an answer, however long: other requests are answered in between. */
export async function preparePieces(pieces: Iterable<string>): Promise<PreparedReply> {
  const parts: Buffer[] = []
  const hash = createHash('sha256')
  let length = 0
  for (const piece of pieces) {
    const part = Buffer.from(piece)
    parts.push(part)
    hash.update(part)
    length += piece.length
    if (length < charactersAtOnce) continue
    length = 0
    await yieldToEventLoop()
  }
  const etag = `"${hash.digest('base64url').slice(0, 22)}"`
  return prepareText(Buffer.concat(parts), 'application/json', { etag, isKept: true })
}

/** A list as JSON, in pieces. */
export function* listJson(length: number, itemAt: (at: number) => unknown): Generator<string> {
  for (let first = 0; first < length; first += itemsAtOnce) {
    const items = Array.from({ length: Math.min(itemsAtOnce, length - first) }, (_, at) => itemAt(first + at))
    yield `${first === 0 ? '[' : ','}${JSON.stringify(items).slice(1, -1)}`
  }
  yield length === 0 ? '[]' : ']'
}

/** A list as a JSON answer. */
export const prepareListReply = (length: number, itemAt: (at: number) => unknown): Promise<PreparedReply> =>
  preparePieces(listJson(length, itemAt))
