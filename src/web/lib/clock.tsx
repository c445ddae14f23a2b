import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'

/** Today, ISO 8601, and the time zone, such as `Asia/Tokyo`, of the reader's device. */
export type Clock = { today: string; zone: string }

const ClockContext = createContext<Clock | null>(null)

/**
 * For a first view that is rendered where there is no device: what its clock shows is given.
 *
 * @internal until the server renders first views; a spec does
 */
export const ClockProvider = ({ clock, children }: { clock: Clock; children: ReactNode }) => (
  <ClockContext value={clock}>{children}</ClockContext>
)

/** The calendar day on this device at this moment, ISO 8601. */
export const dayNow = (): string => new Date().toLocaleDateString('sv-SE')
const zoneNow = () => Intl.DateTimeFormat().resolvedOptions().timeZone

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

const neverChanges = () => () => {}

/** The calendar day on this device, ISO 8601; it follows the clock past midnight. */
export function useToday(): string {
  const given = use(ClockContext)
  return useSyncExternalStore(listen, dayNow, () => given?.today ?? dayNow())
}

/** The time zone of this device. */
export function useZone(): string {
  const given = use(ClockContext)
  return useSyncExternalStore(neverChanges, zoneNow, () => given?.zone ?? zoneNow())
}
