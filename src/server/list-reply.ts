import { createHash } from 'node:crypto'
import { prepareText, type PreparedReply } from './reply.ts'
import { yieldToEventLoop } from './yield-to-event-loop.ts'

/** Items that are made into JSON at a time. */
const itemsAtOnce = 2000

/** A list as a JSON answer, however long: other requests are answered in between. */
export async function prepareListReply(items: readonly unknown[]): Promise<PreparedReply> {
  const parts: Buffer[] = []
  const hash = createHash('sha256')
  const add = (text: string) => {
    const part = Buffer.from(text)
    parts.push(part)
    hash.update(part)
  }
  add('[')
  for (let at = 0; at < items.length; at += itemsAtOnce) {
    const json = JSON.stringify(items.slice(at, at + itemsAtOnce)).slice(1, -1)
    add(at === 0 ? json : `,${json}`)
    await yieldToEventLoop()
  }
  add(']')
  return prepareText(Buffer.concat(parts), 'application/json', `"${hash.digest('base64url').slice(0, 22)}"`)
}
