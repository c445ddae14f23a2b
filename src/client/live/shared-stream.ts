/**
 * One stream for all tabs of a browser: it opens six connections to a server and no more (HTTP/1.1), and a stream holds
 * one for as long as its tab is open. The tab that holds the lock listens and tells the others; when it goes, the next
 * one takes over from where it is.
 */
import * as z from 'zod'
import { Changes, everything } from '../../contract/events.ts'
import { listenToChanges, type Listener } from './stream.ts'

const name = 'hotfix-report.changes'

/** What tabs tell each other. */
const Message = z.union([
  z.object({ kind: z.literal('changes'), changes: Changes }),
  /** Where the stream is and whether it stands; in answer to who has just come, or because that has changed. */
  z.object({ kind: z.literal('state'), isConnected: z.boolean(), last: z.nullable(z.int()) }),
  z.object({ kind: z.literal('who-listens') }),
])
type Message = z.infer<typeof Message>

/** Listens as `listenToChanges` does, through another tab where one listens already. */
export function listenTogether(since: number | null, { onChanges, onState }: Listener, signal: AbortSignal): void {
  // Browsers know locks on https and on this machine only.
  if (!('locks' in navigator)) return listenToChanges(since, { onChanges, onState }, signal)
  let last = since
  let isConnected = true
  let isListening = false
  const channel = new BroadcastChannel(name)
  const tell = (message: Message) => channel.postMessage(message)
  const take = (changes: Changes) => {
    last = changes.last
    onChanges(changes)
  }
  const heed = (next: boolean) => {
    isConnected = next
    onState(next)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const { data: message } = Message.safeParse(data)
    if (message === undefined) return
    if (message.kind === 'who-listens') {
      if (isListening) tell({ kind: 'state', isConnected, last })
    } else if (message.kind === 'changes') take(message.changes)
    else {
      heed(message.isConnected)
      // What happened between this tab's loading and its coming here was told without it.
      if (message.last !== null && last !== null && message.last > last) take(everything(message.last))
      last ??= message.last
    }
  })
  signal.addEventListener('abort', () => channel.close())
  tell({ kind: 'who-listens' })
  navigator.locks
    .request(name, { signal }, () => {
      isListening = true
      const listener: Listener = {
        onChanges(changes) {
          tell({ kind: 'changes', changes })
          take(changes)
        },
        onState(next) {
          heed(next)
          if (!signal.aborted) tell({ kind: 'state', isConnected: next, last })
        },
      }
      return new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve())
        listenToChanges(last, listener, signal)
      })
    })
    // The tab is gone before its turn has come.
    .catch(() => {})
}
