import { useSyncExternalStore } from 'react'

const dayNow = () => new Date().toLocaleDateString('sv-SE')

/** Tells at midnight, and when the page is looked at again: a device that sleeps has no midnight. */
function listen(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    const now = new Date()
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
    timer = setTimeout(listenOn, midnight.getTime() - now.getTime())
  }
  const listenOn = () => {
    clearTimeout(timer)
    tell()
    wait()
  }
  wait()
  document.addEventListener('visibilitychange', listenOn)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', listenOn)
  }
}

/** The calendar day on this device, ISO 8601; it follows the clock past midnight. */
export const useToday = (): string => useSyncExternalStore(listen, dayNow)
