import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { asCalendar, type Appointment } from '../../../src/web/rollout/calendar.ts'

const appointment: Appointment = {
  uid: 'MS05-019.2005-04-19.Asia-Tokyo.wave-0.1@hotfix-report',
  from: Date.UTC(2005, 3, 19, 13),
  to: Date.UTC(2005, 3, 19, 13, 52),
  title: '先行 MS05-019; 31台, 各OS',
  text: 'Windows 2000 SP3: 31台\n2コンソール\nhttps://hotfix.example/rollout?plan=1;b:MS05-019,MS05-018;c:2',
}
const file = (appointments: Appointment[]) => asCalendar({ name: '適用計画', appointments, madeAt: 0 })
const events = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))

describe('a calendar file, read again by another library', () => {
  it('has every appointment with its moments in UTC and its texts whole', () => {
    const [event] = events(file([appointment]))
    expect(event?.uid).toBe(appointment.uid)
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([
      '2005-04-19T13:00:00Z',
      '2005-04-19T13:52:00Z',
    ])
    expect(event?.summary).toBe(appointment.title)
    expect(event?.description).toBe(appointment.text)
  })

  it('names an appointment that has moved by the same uid', () => {
    const moved = { ...appointment, from: appointment.from + 3_600_000, to: appointment.to + 3_600_000 }
    const [before, after] = [events(file([appointment])), events(file([moved]))]
    expect(after[0]?.uid).toBe(before[0]?.uid)
    expect(after[0]?.startDate.toString()).toBe('2005-04-19T14:00:00Z')
  })

  it('ends its lines as the standard has it, none longer than 75 octets', () => {
    const lines = file([{ ...appointment, text: '適用計画'.repeat(60) }]).split('\r\n')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  })
})
