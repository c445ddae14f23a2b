import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'
import { dayIn } from '../../domain/due/days.ts'

/** A moment, ISO 8601, and the time zone of the reader's device, such as `Asia/Tokyo`. */
export type Clock = { at: string; zone: string }

const ClockContext = createContext<Clock | null>(null)

/** What the clock shows in a first view, where it is drawn and where it is taken over; null for what the device shows. */
export const ClockProvider = ({ clock, children }: { clock: Clock | null; children: ReactNode }) => (
  <ClockContext value={clock}>{children}</ClockContext>
)

let zone: string | undefined
// It is asked for with each part that is drawn, too.
const zoneNow = () => (zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone)

/** The calendar day on this device at this moment, ISO 8601. */
export const dayNow = (): string => dayIn(zoneNow())(new Date())

const quarterHour = 15 * 60_000

/** Midnight of every time zone is at a quarter of an hour of each other one. */
const untilQuarterHour = (): number => quarterHour - (Date.now() % quarterHour)

/** Tells when the time has come, and when the page is looked at again: a device that sleeps has no midnight. */
function listen(tell: () => void) {
  let timer: ReturnType<typeof setTimeout>
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(look, untilQuarterHour())
    tell()
  }
  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', look)
  }
}

const neverChanges = () => () => {}

/** The time zone of this device. */
export function useZone(): string {
  const given = use(ClockContext)
  return useSyncExternalStore(neverChanges, zoneNow, () => given?.zone ?? zoneNow())
}

/** The calendar day in a time zone, such as the team's, where it is known; it follows the clock past midnight there. */
export function useDayIn(zone: string | undefined): string {
  const given = use(ClockContext)
  const here = useZone()
  const dayOf = dayIn(zone ?? here)
  return useSyncExternalStore(
    listen,
    () => dayOf(new Date()),
    () => dayOf(given === null ? new Date() : given.at),
  )
}

/** The calendar day on this device, ISO 8601; it follows the clock past midnight. */
export const useToday = (): string => useDayIn(undefined)
