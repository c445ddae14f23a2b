/** Calendars as another library reads them. */
import ICAL from 'ical.js'

export type ReadEvent = {
  uid: string
  sequence: number
  start: string
  end: string
  summary: string
  description: string
  status: string
  modified: string
  isBusy: boolean
}

/** A value as text; empty where it is missing. */
const textIn = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name) ?? '')

/** The events of a calendar file, in its order; throws where it is none. */
export function eventsIn(file: string): ReadEvent[] {
  return ICAL.Component.fromString(file)
    .getAllSubcomponents('vevent')
    .map((component) => {
      const { uid, startDate, endDate, summary, description, sequence } = new ICAL.Event(component)
      return {
        uid,
        sequence,
        start: startDate.toString(),
        end: endDate.toString(),
        summary,
        description,
        status: textIn(component, 'status'),
        modified: textIn(component, 'last-modified'),
        isBusy: textIn(component, 'transp') === 'OPAQUE',
      }
    })
}

/** A property of the calendar itself, as text. */
export const propertyIn = (file: string, name: string): string => textIn(ICAL.Component.fromString(file), name)
