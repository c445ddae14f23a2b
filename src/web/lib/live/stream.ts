/** The stream of changes: opened while the page is shown, and again when it breaks. */
import { live } from '../../../contract/endpoints/live.ts'
import type { Changes } from '../../../contract/events.ts'
import { everything } from '../../../contract/topics.ts'
import { waitBefore } from './back-off.ts'
import { readChanges } from './changes.ts'

/** A stream that has said nothing for so long is dead, in milliseconds: the server gives a sign of life at once and every 20 seconds. */
const maxSilence = 50_000

export type Listener = {
  onChanges: (changes: Changes) => void
  /** Whether the server is there; told at every sign of life, and whenever it could not be reached. */
  onState: (isConnected: boolean) => void
}

const heard = ['alive', 'changes', 'error'] as const

/** What this takes of the browser. */
export type Wire = {
  /** Opens a stream, has heard what comes with its data, and gives the way to close it. */
  connect: (address: string, hear: (name: (typeof heard)[number], data: string) => void) => () => void
  /** From 0 up to 1. */
  random: () => number
}

const browser: Wire = {
  connect(address, hear) {
    const source = new EventSource(address)
    for (const name of heard)
      source.addEventListener(name, (event) => hear(name, event instanceof MessageEvent ? String(event.data) : ''))
    return () => source.close()
  },
  random: Math.random,
}

/**
 * Listens from an event on, until `signal` says to stop. A hidden page has no stream, so that many open tabs do not use
 * up the browser's connections. What happened while the stream was closed or broken is told when it is open again. Where
 * it is not known from which event on, null, anything may have changed until then.
 */
export function listenToChanges(
  since: number | null,
  { onChanges, onState }: Listener,
  signal: AbortSignal,
  { connect, random }: Wire = browser,
): void {
  let last = since
  let attempt = 0
  let close: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (then: () => void, milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(then, milliseconds)
  }
  const take = (changes: Changes) => {
    last = changes.last
    onChanges(changes)
  }

  function shut() {
    close?.()
    close = null
    clearTimeout(timer)
  }
  function breakOff() {
    shut()
    onState(false)
    wait(open, waitBefore(attempt++, random))
  }
  function open() {
    wait(breakOff, maxSilence)
    close = connect(`${live.watchEvents.path}${last === null ? '' : `?since=${last}`}`, (name, data) => {
      if (name === 'error') return breakOff()
      attempt = 0
      wait(breakOff, maxSilence)
      onState(true)
      // A store that was set back is behind the page, which then goes back with it.
      const changes = name === 'changes' ? readChanges(JSON.parse(data)) : null
      if (changes !== null) take(changes)
      else if (last === null) take(everything(Number(data)))
    })
  }
  // A device that is back on its network need not wait for its turn, and one that has left it knows so at once.
  const retry = () => {
    if (close === null && !document.hidden) open()
  }
  const stop = () => {
    if (close !== null) breakOff()
  }
  const follow = () => (document.hidden ? shut() : retry())
  window.addEventListener('online', retry)
  window.addEventListener('offline', stop)
  document.addEventListener('visibilitychange', follow)
  signal.addEventListener('abort', () => {
    window.removeEventListener('online', retry)
    window.removeEventListener('offline', stop)
    document.removeEventListener('visibilitychange', follow)
    shut()
  })
  follow()
}
