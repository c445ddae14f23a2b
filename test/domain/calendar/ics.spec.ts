import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asCalendar, type CalendarEntry } from '../../../src/domain/calendar/ics.ts'
import { eventsIn, propertyIn } from '../../support/calendar.ts'

const entry: CalendarEntry = {
  uid: 'plan-1-20050414.pilot.1@hotfix-report',
  sequence: 3,
  modifiedAt: Date.UTC(2005, 3, 15, 9),
  when: { from: Date.UTC(2005, 3, 19, 13), to: Date.UTC(2005, 3, 19, 13, 52) },
  title: '先行 MS05-019; 31台, 各OS',
  text: 'Windows 2000 SP3: 31台\n2コンソール\nhttps://hotfix.example/rollout?plan=1;b:MS05-019,MS05-018;c:2',
  link: 'https://hotfix.example/plans/1',
  status: 'confirmed',
  isBusy: true,
}
const file = (...entries: CalendarEntry[]) => asCalendar({ name: '適用計画', entries, refreshMinutes: 60 })

describe('a calendar file, read again by another library', () => {
  it('has every entry with its moments in UTC and its texts whole', () => {
    expect(eventsIn(file(entry))).toEqual([
      {
        uid: entry.uid,
        sequence: 3,
        start: '2005-04-19T13:00:00Z',
        end: '2005-04-19T13:52:00Z',
        summary: entry.title,
        description: entry.text,
        status: 'CONFIRMED',
        modified: '2005-04-15T09:00:00Z',
        isBusy: true,
      },
    ])
  })

  it('ends what takes no time a minute later', () => {
    const [event] = eventsIn(file({ ...entry, when: { from: entry.modifiedAt, to: entry.modifiedAt } }))
    expect([event?.start, event?.end]).toEqual(['2005-04-15T09:00:00Z', '2005-04-15T09:01:00Z'])
  })

  it('has a day as a day, in whatever zone it is read', () => {
    const [event] = eventsIn(file({ ...entry, when: { day: '2031-03-30' } }))
    expect([event?.start, event?.end]).toEqual(['2031-03-30', '2031-03-31'])
  })

  it('says after how long to look again only where it can be subscribed to', () => {
    expect([propertyIn(file(), 'refresh-interval'), propertyIn(file(), 'x-published-ttl')]).toEqual(['PT1H', 'PT1H'])
    expect(propertyIn(asCalendar({ name: '', entries: [] }), 'refresh-interval')).toBe('')
  })

  it('is the same for the same entries, whenever it is made', () => {
    expect(file(entry)).toBe(file({ ...entry }))
  })

  it('ends its lines as the standard has it, none longer than 75 octets', () => {
    const lines = file({ ...entry, text: '適用計画'.repeat(60) }).split('\r\n')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(lines.at(-1)).toBe('')
  })

  it('has a hostile text as a text, and nothing beside it', () => {
    const hostile = fc.constantFrom('\r\nATTENDEE:x', '\u202E', '\u0000', ';', ',', '\\', '\\n', '"', '\uD800', '\n')
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.string()), { minLength: 1 }), (parts) => {
        const text = parts.join('')
        const [event, ...others] = eventsIn(file({ ...entry, title: text, text }))
        expect(others).toEqual([])
        expect([event?.uid, event?.summary.includes('\n')]).toEqual([entry.uid, false])
        // oxlint-disable-next-line no-control-regex
        expect(event?.description).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/)
        const names = file({ ...entry, title: text, text }).match(/^ATTENDEE/m)
        expect(names).toBeNull()
      }),
    )
  })
})
