import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueOccurrence, firstFrom, issueMoments, nextOccurrence } from '../../../src/domain/weekly/span.ts'

const tokyo = { on: 3, at: '08:00', zone: 'Asia/Tokyo' } as const
const hour = 60 * 60_000
const day = 24 * hour

const clock = fc.record({
  on: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
  at: fc.constantFrom('00:00', '00:30', '02:30', '08:00', '23:59'),
  // With changes of clocks at two, at midnight, by half an hour, and none.
  zone: fc.constantFrom(
    'Asia/Tokyo',
    'Europe/Berlin',
    'America/New_York',
    'America/Santiago',
    'Australia/Lord_Howe',
    'UTC',
  ),
})
const moment = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString())

const later = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString()
const dayIn = (at: string, zone: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone)

describe('the moments at which issues come out', () => {
  it('are each Wednesday at eight in Tokyo, with Patch Tuesday of America on the same morning', () => {
    expect(issueMoments(tokyo, '2025-06-01T00:00:00.000Z', '2025-06-30T00:00:00.000Z')).toEqual(
      ['03', '10', '17', '24'].map((date) => ({ kind: 'weekly', at: `2025-06-${date}T23:00:00.000Z` })),
    )
  })

  it('come once a month on the day after Patch Tuesday, too, where the weekly issue is neither then nor a day later', () => {
    const of = (on: 1 | 2 | 3 | 4 | 5 | 6 | 7) =>
      issueMoments({ on, at: '08:00', zone: 'UTC' }, '2025-06-01T00:00:00.000Z', '2025-06-30T00:00:00.000Z').filter(
        ({ kind }) => kind === 'release',
      )
    const own = [{ kind: 'release', at: '2025-06-11T08:00:00.000Z' }]
    expect([of(1), of(2), of(3), of(4), of(5), of(6), of(7)]).toEqual([own, own, [], [], own, own, own])
  })

  it.each([
    ['2025-03-30', ['2025-03-23T07:00:00.000Z', '2025-03-30T06:00:00.000Z', '2025-04-06T06:00:00.000Z']],
    ['2025-10-26', ['2025-10-19T06:00:00.000Z', '2025-10-26T07:00:00.000Z', '2025-11-02T07:00:00.000Z']],
  ])('are at eight by the clocks of Berlin, also on %s, when they change', (change, at) => {
    const around = [later(`${change}T12:00:00Z`, -8 * day), later(`${change}T12:00:00Z`, 8 * day)] as const
    const berlin = { on: 7, at: '08:00', zone: 'Europe/Berlin' } as const
    expect(issueMoments(berlin, ...around).map((each) => each.at)).toEqual(at)
  })

  it('are one on each chosen weekday of the zone, whatever its clocks do', () => {
    fc.assert(
      fc.property(clock, moment, (chosen, from) => {
        const found = issueMoments(chosen, from, later(from, 60 * day)).filter(({ kind }) => kind === 'weekly')
        const dates = found.map(({ at }) => dayIn(at, chosen.zone))
        expect([8, 9]).toContain(dates.length)
        for (const [before, after] of dates.slice(1).map((date, at) => [dates[at] ?? date, date] as const))
          expect(before.toPlainDate().until(after.toPlainDate()).days).toBe(7)
        // Only a time that the clocks leave out comes later.
        for (const date of dates) if (chosen.at === '08:00') expect(date.toPlainTime().toString()).toBe('08:00:00')
      }),
    )
  })

  it('are never two within a day', () => {
    fc.assert(
      fc.property(clock, moment, (chosen, from) => {
        const all = issueMoments(chosen, from, later(from, 90 * day)).map(({ at }) => Date.parse(at))
        for (const [at, next] of all.slice(1).map((time, place) => [all[place] ?? 0, time] as const))
          expect(next - at).toBeGreaterThanOrEqual(23 * hour)
      }),
    )
  })
})

describe('a maker that looks at any times', () => {
  /** Outages of up to three weeks between two looks. */
  const looks = fc.array(fc.oneof(fc.integer({ min: 1, max: 8 * 60 }), fc.integer({ min: 1, max: 21 * 24 * 60 })), {
    maxLength: 80,
  })

  it('makes issues of which each begins where the one before ends, and each moment at most once', () => {
    fc.assert(
      fc.property(clock, moment, looks, (chosen, begins, waits) => {
        const issues: { from: string; to: string; made: string }[] = []
        let now = begins
        for (const minutes of waits) {
          now = later(now, minutes * 60_000)
          const last = issues.at(-1)
          const due = dueOccurrence(chosen, last?.to ?? begins, now)
          if (due !== null) issues.push({ from: last?.to ?? firstFrom(due.at), to: due.at, made: now })
        }
        for (const [before, after] of issues.slice(1).map((issue, at) => [issues[at] ?? issue, issue] as const)) {
          expect(after.from).toBe(before.to)
          expect(after.to > after.from).toBe(true)
        }
        // What has come due is made at the next look, and of several the last.
        const moments = new Set(issueMoments(chosen, begins, now).map(({ at }) => at))
        for (const { to, made } of issues) {
          expect(moments.has(to)).toBe(true)
          expect(nextOccurrence(chosen, to).at > made).toBe(true)
        }
        const open = issueMoments(chosen, issues.at(-1)?.to ?? begins, now)
        expect(open).toEqual([])
      }),
    )
  })

  it('makes one issue of three weeks in which it was down', () => {
    const due = dueOccurrence(tokyo, '2025-06-03T23:00:00.000Z', '2025-06-26T03:00:00.000Z')
    expect(due).toEqual({ kind: 'weekly', at: '2025-06-24T23:00:00.000Z' })
  })
})
