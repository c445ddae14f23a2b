import { describe, expect, it } from 'vitest'
import {
  goldenWeeks,
  isBeforeUpdates,
  lengthened,
  openStretches,
  patchTuesday,
  type MaintenanceWindow,
  type Stretch,
} from '../../../src/domain/rollout/windows.ts'

const shown =
  (zone: string) =>
  ({ from, to }: Stretch) =>
    [from, to]
      .map((at) =>
        Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO(zone)
          .toString({ smallestUnit: 'minute', timeZoneName: 'never' }),
      )
      .join(' ')
const hours = ({ from, to }: Stretch) => (to - from) / 3_600_000
const nightly = (...weekdays: number[]): MaintenanceWindow => ({ kind: 'weekly', weekdays, from: '22:00', to: '05:00' })
const open = (choice: Partial<Parameters<typeof openStretches>[0]>) =>
  openStretches({
    windows: [nightly(2, 4)],
    freezes: [],
    zone: 'Asia/Tokyo',
    startsOn: '2005-04-19',
    days: 4,
    ...choice,
  })

describe('weekly windows', () => {
  it('cross midnight, on the chosen weekdays', () => {
    expect(open({}).map(shown('Asia/Tokyo'))).toEqual([
      '2005-04-19T22:00+09:00 2005-04-20T05:00+09:00',
      '2005-04-21T22:00+09:00 2005-04-22T05:00+09:00',
    ])
  })

  it('begin with what is left of the night before the first day', () => {
    expect(open({ startsOn: '2005-04-20', days: 1 }).map(shown('Asia/Tokyo'))).toEqual([
      '2005-04-20T00:00+09:00 2005-04-20T05:00+09:00',
    ])
  })

  it('that overlap are one', () => {
    const windows = [nightly(2), { kind: 'once', from: '2005-04-20T04:00', to: '2005-04-20T06:00' }] as const
    expect(open({ windows }).map(hours)).toEqual([8])
  })
})

describe('a window over a change of the clocks', () => {
  it.each([
    { zone: 'Europe/Berlin', day: '2026-03-28', expected: 6 },
    { zone: 'Europe/Berlin', day: '2026-10-24', expected: 8 },
    { zone: 'America/New_York', day: '2026-03-07', expected: 6 },
    { zone: 'America/New_York', day: '2026-10-31', expected: 8 },
    { zone: 'Asia/Tokyo', day: '2026-03-28', expected: 7 },
  ])('from 22:00 to 05:00 in $zone on $day has $expected hours', ({ zone, day, expected }) => {
    const weekday = Temporal.PlainDate.from(day).dayOfWeek
    expect(open({ windows: [nightly(weekday)], zone, startsOn: day, days: 2 }).map(hours)).toEqual([expected])
  })
})

describe('freezes', () => {
  it('cut Golden Week 2005 out of the nights in Tokyo', () => {
    const freezes = [{ from: '2005-04-29', to: '2005-05-05' }]
    expect(
      open({ windows: [nightly(4, 5)], freezes, startsOn: '2005-04-28', days: 14 }).map(shown('Asia/Tokyo')),
    ).toEqual([
      '2005-04-28T22:00+09:00 2005-04-29T00:00+09:00',
      '2005-05-06T00:00+09:00 2005-05-06T05:00+09:00',
      '2005-05-06T22:00+09:00 2005-05-07T05:00+09:00',
    ])
  })
})

describe('Patch Tuesday', () => {
  it.each([
    ['2005-04', '2005-04-12'],
    ['2005-02', '2005-02-08'],
    ['2026-09', '2026-09-08'],
    ['2026-12', '2026-12-08'],
  ])('of %s is %s', (month, day) => {
    expect(patchTuesday(Temporal.PlainYearMonth.from(month)).toString()).toBe(day)
  })

  it('and some days later is a window in each month', () => {
    const windows: MaintenanceWindow[] = [{ kind: 'patch-tuesday', days: 9, from: '22:00', to: '23:00' }]
    expect(open({ windows, startsOn: '2005-04-01', days: 61 }).map(shown('Asia/Tokyo'))).toEqual([
      '2005-04-21T22:00+09:00 2005-04-21T23:00+09:00',
      '2005-05-19T22:00+09:00 2005-05-19T23:00+09:00',
    ])
  })
})

it.each([{ zone: 'Mars/Olympus' }, { startsOn: 'soon' }, { freezes: [{ from: '2005-02-30', to: '2005-03-01' }] }])(
  'refuses $zone$startsOn$freezes',
  (choice) => {
    expect(() => open(choice)).toThrow(RangeError)
  },
)

describe('a window that ends before the updates are out', () => {
  const at = (days: number, from: string, to: string): MaintenanceWindow => ({ kind: 'patch-tuesday', days, from, to })
  it.each([
    { window: at(0, '00:00', '05:00'), zone: 'Asia/Tokyo', never: true },
    { window: at(0, '22:00', '05:00'), zone: 'Asia/Tokyo', never: false },
    { window: at(1, '00:00', '05:00'), zone: 'Asia/Tokyo', never: false },
    { window: at(0, '00:00', '05:00'), zone: 'America/New_York', never: true },
  ])('never opens: $window.days days after, until $window.to in $zone is $never', ({ window, zone, never }) => {
    expect(isBeforeUpdates(window, zone)).toBe(never)
  })
})

describe('a window that is lengthened', () => {
  const weekly = (from: string, to: string): MaintenanceWindow => ({ kind: 'weekly', weekdays: [2], from, to })

  it.each([
    { window: weekly('22:00', '05:00'), minutes: 75, longer: weekly('22:00', '06:15') },
    { window: weekly('21:00', '23:30'), minutes: 45, longer: weekly('21:00', '00:15') },
    { window: weekly('22:00', '21:30'), minutes: 45, longer: weekly('22:00', '21:59') },
    {
      window: { kind: 'once', from: '2005-04-19T22:00', to: '2005-04-19T23:30' } as const,
      minutes: 45,
      longer: { kind: 'once', from: '2005-04-19T22:00', to: '2005-04-20T00:15' },
    },
  ])('by $minutes minutes closes later, $window.from to $window.to', ({ window, minutes, longer }) => {
    expect(lengthened(window, minutes)).toEqual(longer)
  })
})

describe('Golden Week', () => {
  it('runs from Showa Day to the last holiday of the week', () => {
    expect(goldenWeeks(['2005-04-29', '2005-05-03', '2005-05-04', '2005-05-05', '2005-07-18'])).toEqual([
      { from: '2005-04-29', to: '2005-05-05' },
    ])
  })

  it('has the substitute holiday on 6 May, where there is one', () => {
    expect(goldenWeeks(['2026-04-29', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-06'])).toEqual([
      { from: '2026-04-29', to: '2026-05-06' },
    ])
  })

  it('is not told of a year of which only the end is known', () => {
    expect(goldenWeeks(['2005-05-03', '2005-05-04'])).toEqual([])
  })
})

it('a window after Patch Tuesday never opens before the updates are out', () => {
  const [first] = open({
    windows: [{ kind: 'patch-tuesday', days: 0, from: '22:00', to: '05:00' }],
    startsOn: '2005-04-12',
    days: 2,
  }).map(shown('Asia/Tokyo'))
  // 10:00 in Redmond, on summer time, is 02:00 of the next day in Tokyo.
  expect(first).toBe('2005-04-13T02:00+09:00 2005-04-13T05:00+09:00')
})

it.each([
  ['zone', { zone: 'Mars/Base' }],
  ['startsOn', { startsOn: '2005-02-30' }],
  ['freezes', { freezes: [{ from: 'soon', to: 'later' }] }],
])('what is wrong with %s is told by its name', (field, choice) => {
  expect(() => open(choice)).toThrow(new RegExp(`^${field}: `))
})
