import type { Store } from './store/store.ts'

/** Keeps the index of texts up to date, in the background: after `start`, and after whatever is written. */
export function followTexts({ store, report }: { store: Store; report: (error: unknown) => void }) {
  const stopping = new AbortController()
  let last = Promise.resolve()
  let isAsked = false
  let unlisten = () => {}
  const after = async (before: Promise<void>) => {
    await before
    isAsked = false
    // What fails now is tried again after the next write.
    await store.search.catchUp(stopping.signal).catch(report)
  }
  const catchUp = () => {
    // Of many writes meanwhile, the next round sees all.
    if (isAsked) return
    isAsked = true
    last = after(last)
  }
  return {
    start() {
      unlisten = store.events.listen(catchUp)
      catchUp()
    },
    async stop() {
      unlisten()
      stopping.abort()
      await last
    },
  }
}
