/** The stream of changes: opened, opened again when it breaks, and never given up. */
import { live } from '../../contract/endpoints/live.ts'
import { Changes } from '../../contract/events.ts'
import { waitBefore } from './back-off.ts'

/** A stream that has said nothing for so long is dead, in milliseconds: the server gives a sign of life every 20 seconds. */
const silenceAtMost = 50_000

export type Listener = {
  onChanges: (changes: Changes) => void
  /** Whether the server is there; told when that changes. */
  onState: (isConnected: boolean) => void
}

/** Listens from an event on, or from now, until `signal` says to stop. What happened while the stream was broken is told when it stands again. */
export function listenToChanges(since: number | null, { onChanges, onState }: Listener, signal: AbortSignal): void {
  let last = since
  let attempt = 0
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isConnected: boolean | null = null
  const tell = (next: boolean) => {
    if (next === isConnected) return
    isConnected = next
    onState(next)
  }

  function breakOff() {
    source?.close()
    source = null
    clearTimeout(timer)
    if (signal.aborted) return
    tell(false)
    timer = setTimeout(open, waitBefore(attempt++))
  }
  function sayAlive() {
    attempt = 0
    clearTimeout(timer)
    timer = setTimeout(breakOff, silenceAtMost)
    tell(true)
  }
  function open() {
    source?.close()
    source = new EventSource(`${live.watchEvents.path}${last === null ? '' : `?since=${last}`}`)
    source.addEventListener('error', breakOff)
    source.addEventListener('alive', ({ data }: MessageEvent<string>) => {
      last ??= Number(data)
      sayAlive()
    })
    source.addEventListener('changes', ({ data }: MessageEvent<string>) => {
      const changes = Changes.safeParse(JSON.parse(data))
      if (!changes.success) return
      last = changes.data.last
      sayAlive()
      onChanges(changes.data)
    })
  }
  // A device that is back on its network need not wait for its turn.
  const retry = () => {
    if (source !== null) return
    clearTimeout(timer)
    open()
  }
  window.addEventListener('online', retry)
  signal.addEventListener('abort', () => {
    window.removeEventListener('online', retry)
    breakOff()
  })
  open()
}
