import type { Store } from './store/store.ts'

type Deps = {
  store: Store
  report: (error: unknown) => void
  /** Takes in what was written; ends early where it is told to. */
  catchUp: (signal: AbortSignal) => Promise<void>
}

/** Does something in the background after `start`, and after whatever is written: one round at a time. */
export function following({ store, report, catchUp }: Deps) {
  const stopping = new AbortController()
  let last = Promise.resolve()
  let isAsked = false
  let unlisten = () => {}
  const after = async (before: Promise<void>) => {
    await before
    isAsked = false
    // What fails now is tried again after the next write.
    if (!stopping.signal.aborted) await catchUp(stopping.signal).catch(report)
  }
  const ask = () => {
    // Of many writes meanwhile, the next round sees all.
    if (isAsked) return
    isAsked = true
    last = after(last)
  }
  return {
    start() {
      unlisten = store.events.listen(ask)
      ask()
    },
    async stop() {
      unlisten()
      stopping.abort()
      await last
    },
  }
}
