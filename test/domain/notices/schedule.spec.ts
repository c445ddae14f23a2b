import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAt, occurrences, type ClockTiming } from '../../../src/domain/notices/schedule.ts'

const berlin = { every: 'day', at: '08:00', zone: 'Europe/Berlin' } as const

const two = (number: number) => String(number).padStart(2, '0')
const times = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
const zones = fc.constantFrom(
  'Europe/Berlin',
  'Asia/Tokyo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Africa/Casablanca',
  'UTC',
)
/** Where no day of the week was ever left out, as a Friday was on Samoa. */
const alwaysThere = zones.filter((zone) => zone !== 'Pacific/Apia')
const moments = fc
  .date({ min: new Date('2005-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())
const timings: fc.Arbitrary<ClockTiming> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), at: times, zone: zones }),
  fc.record({
    every: fc.constant('week' as const),
    on: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
    at: times,
    zone: zones,
  }),
)

const dayOf = (moment: string, zone: string) =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The days from one to another that there were: where the date line was moved, one is missing. */
function daysThere(from: Temporal.PlainDate, count: number, zone: string): string[] {
  return Array.from({ length: count }, (_, after) => from.add({ days: after }))
    .filter((day) => day.toZonedDateTime(zone).toPlainDate().equals(day))
    .map(String)
}

describe('a daily digest', () => {
  it.each([
    { change: 'forward', from: '2031-03-28T23:00:00.000Z', hours: ['07:00', '06:00', '06:00'] },
    { change: 'back', from: '2031-10-24T22:00:00.000Z', hours: ['06:00', '07:00', '07:00'] },
  ])('at 08:00 in Berlin comes once on each day while the clocks go $change', ({ from, hours }) => {
    const to = new Date(Date.parse(from) + 3 * 86_400_000).toISOString()
    expect(occurrences(berlin, from, to).map((moment) => moment.slice(11, 16))).toEqual(hours)
  })

  it('at a time that the clocks leave out comes so much later, and once at one that they show twice', () => {
    const early = { ...berlin, at: '02:30' }
    expect(occurrences(early, '2031-03-29T12:00:00.000Z', '2031-03-30T12:00:00.000Z')).toEqual([
      '2031-03-30T01:30:00.000Z',
    ])
    expect(occurrences(early, '2031-10-25T12:00:00.000Z', '2031-10-26T12:00:00.000Z')).toEqual([
      '2031-10-26T00:30:00.000Z',
    ])
  })

  it('comes exactly once on each local day of any zone', () =>
    fc.assert(
      fc.property(times, zones, moments, fc.integer({ min: 1, max: 40 }), (at, zone, moment, count) => {
        const first = Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate()
        const [from, to] = [first, first.add({ days: count })].map((day) =>
          new Date(day.toZonedDateTime(zone).epochMilliseconds - 1).toISOString(),
        )
        const days = occurrences({ every: 'day', at, zone }, from ?? '', to ?? '').map((each) => dayOf(each, zone))
        expect(days).toEqual(daysThere(first, count, zone))
      }),
    ))
})

describe('a weekly digest', () => {
  it('comes on its day, a week of the calendar apart', () =>
    fc.assert(
      fc.property(times, alwaysThere, moments, fc.constantFrom(1, 2, 3, 4, 5, 6, 7), (at, zone, moment, on) => {
        const timing = { every: 'week', on, at, zone } as const
        const first = nextAt(timing, moment)
        const [day, next] = [first, nextAt(timing, first)].map((each) => Temporal.PlainDate.from(dayOf(each, zone)))
        expect([day?.dayOfWeek, next?.dayOfWeek]).toEqual([on, on])
        expect(next?.since(day ?? '').days).toBe(7)
      }),
    ))
})

describe('any digest', () => {
  it('comes next after a moment, however the time until then is cut', () =>
    fc.assert(
      fc.property(timings, moments, moments, moments, (timing, ...three) => {
        const [from = '', cut = '', to = ''] = three.toSorted()
        const end = new Date(Math.min(Date.parse(to), Date.parse(from) + 60 * 86_400_000)).toISOString()
        const middle = cut < end ? cut : end
        expect([...occurrences(timing, from, middle), ...occurrences(timing, middle, end)]).toEqual(
          occurrences(timing, from, end),
        )
        expect(nextAt(timing, from) > from).toBe(true)
      }),
    ))
})
