/**
 * One stream for all tabs of a browser: it opens six connections to a server and no more (HTTP/1.1), and a stream holds
 * one for as long as its tab is open. The tab whose turn it is listens and tells the others; when it goes, the next one
 * takes over from where it is.
 */
import * as z from 'zod'
import { everything, type Changes } from '../../../contract/events.ts'
import { readChanges } from './changes.ts'
import { listenToChanges, maxSilence, type Listener, type Wire } from './stream.ts'
import { tabsOfBrowser, type Tabs } from './tabs.ts'

/** What tabs tell each other. */
const Message = z.union([
  // Whatever it is: the tab that listens may be of a newer build.
  z.object({ kind: z.literal('changes'), changes: z.unknown() }),
  /** Where the stream is and whether it stands: at every sign of life, and in answer to who has just come. */
  z.object({ kind: z.literal('state'), isConnected: z.boolean(), last: z.nullable(z.int()) }),
  z.object({ kind: z.literal('who-listens') }),
])
type Message = z.infer<typeof Message>

/** A tab that tells nothing for so long is not there for the others, in milliseconds; it may itself be waiting for the server. */
const maxSilenceOfTab = 2 * maxSilence

/** Listens as `listenToChanges` does, through another tab where one listens already. */
export function listenTogether(
  since: number | null,
  { onChanges, onState }: Listener,
  signal: AbortSignal,
  tabs: Tabs | null = tabsOfBrowser(),
  wire?: Wire,
): void {
  if (tabs === null) return listenToChanges(since, { onChanges, onState }, signal, wire)
  let last = since
  let isConnected = true
  let hasTurn = false
  let own: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const { tell, leave } = tabs.join(hear)
  const say = (message: Message) => tell(message)
  const take = (changes: Changes) => {
    last = changes.last
    onChanges(changes)
  }
  const heed = (next: boolean) => {
    isConnected = next
    onState(next)
  }

  function listen() {
    if (own !== null) return
    own = new AbortController()
    const listener: Listener = {
      onChanges(changes) {
        if (hasTurn) say({ kind: 'changes', changes })
        take(changes)
      },
      onState(next) {
        heed(next)
        if (hasTurn) say({ kind: 'state', isConnected, last })
      },
    }
    listenToChanges(last, listener, own.signal, wire)
  }
  function stop() {
    clearTimeout(timer)
    own?.abort()
    own = null
  }
  /** Through the other tab, for as long as it is there; else on one's own. */
  function relyOnOther() {
    stop()
    timer = setTimeout(listen, maxSilenceOfTab)
  }
  function hear(data: unknown) {
    const { data: message } = Message.safeParse(data)
    if (message === undefined) return
    if (message.kind === 'who-listens') {
      if (hasTurn) say({ kind: 'state', isConnected, last })
      return
    }
    if (hasTurn) return
    relyOnOther()
    if (message.kind === 'changes') {
      const changes = readChanges(message.changes)
      if (changes !== null) take(changes)
      return
    }
    heed(message.isConnected)
    // What happened between this tab's loading and its coming here was told without it.
    if (message.last !== null && (last === null || message.last > last)) take(everything(message.last))
  }

  signal.addEventListener('abort', () => {
    stop()
    leave()
  })
  relyOnOther()
  say({ kind: 'who-listens' })
  tabs.takeTurn(() => {
    hasTurn = true
    clearTimeout(timer)
    listen()
  }, signal)
}
