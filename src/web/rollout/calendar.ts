import ical from 'ical-generator'

/** An appointment: `uid` names it for ever, so that a calendar that knows it moves it instead of adding another. */
export type Appointment = { uid: string; from: number; to: number; title: string; text: string }

type Calendar = {
  name: string
  appointments: readonly Appointment[]
  /** When the file is made, in milliseconds since 1970 UTC. */
  madeAt: number
}

/** The appointments as an iCalendar file (RFC 5545), in UTC. */
export function asCalendar({ name, appointments, madeAt }: Calendar): string {
  const calendar = ical({ name, prodId: { company: 'HotFix Report', product: 'Rollout' } })
  for (const { uid, from, to, title, text } of appointments) {
    calendar.createEvent({
      id: uid,
      start: new Date(from),
      end: new Date(to),
      stamp: new Date(madeAt),
      summary: title,
      description: text,
    })
  }
  return calendar.toString()
}
