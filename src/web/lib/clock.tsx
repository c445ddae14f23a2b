import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { dayIn } from '../../domain/due/days.ts'

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

/** How long it is until midnight on this device, in milliseconds. */
function untilMidnight(now: Date): number {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1)
  return midnight.getTime() - now.getTime()
}

const quarterHour = 15 * 60_000

/** Midnight of every time zone is at a quarter of an hour of each other one. */
const untilQuarterHour = (now: Date): number => quarterHour - (now.getTime() % quarterHour)

/** Tells when the time has come, and when the page is looked at again: a device that sleeps has no midnight. */
const listenEvery = (until: (now: Date) => number) => (tell: () => void) => {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(listenOn, until(new Date()))
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

const listen = listenEvery(untilMidnight)
const listenQuarterly = listenEvery(untilQuarterHour)

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

/** The calendar day in a time zone, such as the team's; it follows the clock past midnight there. */
export function useDayIn(zone: string): string {
  const given = use(ClockContext)
  const dayOf = useMemo(() => dayIn(zone), [zone])
  return useSyncExternalStore(
    listenQuarterly,
    () => dayOf(new Date()),
    () => given?.today ?? dayOf(new Date()),
  )
}
