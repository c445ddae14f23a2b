/** What open pages are told of the writes of others, and how soon. */
import { Changes } from '../../../src/contract/events.ts'
import { messagesOf } from '../event-stream.ts'

/** A write that was acknowledged: by which server, when, and the event that it became. */
export type Won = { server: number; topic: 'triage' | 'lab' | 'holds'; id: string; version: number; at: number }

/** A message of a stream: up to which event it tells of which bulletins, and when it came. */
type Told = { changes: Changes; at: number }

export type Stream = { told: readonly Told[]; ended: Promise<void> }

/** Notes what an open page is told; resolves once the stream is open. */
export async function watch(url: string, signal: AbortSignal): Promise<Stream> {
  const told: Told[] = []
  const messages = messagesOf(await fetch(`${url}/api/events`, { signal }))
  // The first says that the stream is there.
  await messages.next()
  const listen = async () => {
    for await (const { event, data } of messages)
      if (event === 'changes') told.push({ changes: Changes.parse(data), at: performance.now() })
  }
  // Being cut off is how it ends.
  const ended = listen().catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  return { told, ended }
}

/** How long the pages of the other servers waited for a write; a fault for each server whose page was not told. */
export function hear({ server, topic, id, version, at }: Won, streams: readonly Stream[]) {
  const [delays, faults]: [number[], string[]] = [[], []]
  for (const [other, { told }] of streams.entries()) {
    // The messages come in the order of events, each for all since the one before.
    const message = told.find(({ changes }) => changes.last >= version)
    if (message?.changes.topics[topic]?.includes(id) !== true)
      faults.push(`server ${other} never told of event ${version}`)
    else if (other !== server) delays.push(Math.max(0, message.at - at))
  }
  return { delays, faults }
}
