import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isPrinting = false
const readers = new Set<() => void>()

/** All at once, so that what is not on paper is not drawn whole first. The browser takes its picture as soon as this returns. */
function tell({ type }: Event) {
  isPrinting = type === 'beforeprint'
  flushSync(() => {
    for (const redraw of readers) redraw()
  })
}

function subscribe(redraw: () => void) {
  readers.add(redraw)
  // Listening once more changes nothing.
  window.addEventListener('beforeprint', tell)
  window.addEventListener('afterprint', tell)
  return () => void readers.delete(redraw)
}

/** Whether the page is being printed: what is drawn only as far as it is in sight is then drawn whole. */
export const useIsPrinting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isPrinting,
    () => false,
  )
