/** Calendar files (RFC 5545, with the refresh interval of RFC 7986). */
import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { dayLength } from '../due/days.ts'

/** Moments are in milliseconds since 1970 UTC; a day is a day in any zone. */
type When = { from: number; to: number } | { day: string }

export type CalendarEntry = {
  /** Names it for ever, so that a calendar that knows it moves it instead of adding another. */
  uid: string
  /** Greater after every change; with the same one a calendar keeps what it has. */
  sequence: number
  /** In milliseconds since 1970 UTC. */
  modifiedAt: number
  when: When
  title: string
  text: string
  /** The page that tells more. */
  link: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  /** Whether people are busy meanwhile. */
  isBusy: boolean
}

type Calendar = {
  name: string
  entries: readonly CalendarEntry[]
  /** After how many minutes a calendar that subscribes to it may look again; absent for a file that is saved. */
  refreshMinutes?: number
}

const minute = 60_000

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

/** Marks that turn the direction of text around, and control characters that no line of a calendar may have. */
// oxlint-disable-next-line no-control-regex
const unwanted = /[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g

const plain = (text: string): string => text.toWellFormed().replaceAll(unwanted, '')

/** A title is one line. */
const oneLine = (text: string): string => plain(text).replaceAll('\n', ' ')

const spanOf = (when: When) => {
  // An end is later than its start (RFC 5545, 3.8.2.2), also of work that takes no time.
  if ('from' in when) return { start: new Date(when.from), end: new Date(Math.max(when.to, when.from + minute)) }
  const start = new Date(when.day)
  return { start, end: new Date(start.getTime() + dayLength), allDay: true }
}

/** The entries as a calendar file, moments in UTC. Equal entries give equal files. */
export function asCalendar({ name, entries, refreshMinutes }: Calendar): string {
  const calendar = ical({
    name: oneLine(name),
    prodId: { company: 'HotFix Report', product: 'Calendar' },
    ...(refreshMinutes !== undefined && { ttl: refreshMinutes * 60 }),
  })
  for (const { uid, sequence, modifiedAt, when, title, text, link, status, isBusy } of entries)
    calendar.createEvent({
      id: uid,
      sequence,
      ...spanOf(when),
      // Without a method this is the moment of the last change (RFC 5545, 3.8.7.2).
      stamp: new Date(modifiedAt),
      lastModified: new Date(modifiedAt),
      summary: oneLine(title),
      description: plain(text),
      url: link,
      status: statuses[status],
      transparency: isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    })
  // Every line ends, the last one too (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`
}
