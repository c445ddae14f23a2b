import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueEntries } from '../../../src/domain/calendar/due.ts'
import type { CalendarFact } from '../../../src/domain/calendar/facts.ts'
import { toldNext, withToldChanges, type ToldEntry } from '../../../src/domain/calendar/told.ts'

const at = (day: number) => new Date(Date.UTC(2031, 5, day)).toISOString()
const window = (uid: string, day: number): CalendarFact => ({
  kind: 'window',
  uid,
  plan: 5,
  name: 'June',
  state: 'approved',
  from: at(day),
  to: at(day + 1),
})

/** What was told after one reading after another. */
function toldBy(readings: readonly { facts: readonly CalendarFact[]; at: string }[]): ToldEntry[][] {
  const all: ToldEntry[][] = []
  for (const { facts, at: moment } of readings) {
    const before = all.at(-1) ?? []
    all.push(withToldChanges(before, toldNext(before, facts, moment)))
  }
  return all
}

describe('what calendars are told', () => {
  it('begins with 0, and is told again as it was while nothing changes', () => {
    const [first, second] = toldBy([1, 2].map((day) => ({ facts: [window('a', 10)], at: at(day) })))
    expect(first).toEqual([{ fact: window('a', 10), sequence: 0, modifiedAt: at(1), goneAt: null }])
    expect(second).toEqual(first)
  })

  it('keeps the id of what moves, with a greater number and the moment of the change', () => {
    const moved = toldBy([10, 11].map((day) => ({ facts: [window('a', day)], at: at(day - 9) }))).at(-1)
    expect(moved).toEqual([{ fact: window('a', 11), sequence: 1, modifiedAt: at(2), goneAt: null }])
  })

  it('cancels what falls away, and goes on counting when it comes back', () => {
    const readings = [[window('a', 10)], [], [], [window('a', 10)]].map((facts, day) => ({ facts, at: at(day + 1) }))
    const numbers = toldBy(readings).map((told) => told.map(({ sequence, goneAt }) => [sequence, goneAt]))
    expect(numbers).toEqual([[[0, null]], [[1, at(2)]], [[1, at(2)]], [[2, null]]])
  })

  it('has each id once, and numbers and moments that never fall, whatever comes and goes, even when the clock is set back', () => {
    const fact = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 4 }))
    const reading = fc.record({
      facts: fc
        .uniqueArray(fact, { selector: ([uid]) => uid })
        .map((facts) => facts.map(([uid, day]) => window(uid, day))),
      at: fc.integer({ min: 1, max: 28 }).map(at),
    })
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 12 }), (readings) => {
        let before = new Map<string, ToldEntry>()
        for (const [place, told] of toldBy(readings).entries()) {
          const now = new Map(told.map((entry) => [entry.fact.uid, entry]))
          expect(now.size).toBe(told.length)
          for (const [uid, { sequence, modifiedAt, fact: was, goneAt }] of before) {
            const after = now.get(uid)
            expect(after?.sequence).toBeGreaterThanOrEqual(sequence)
            expect(Date.parse(after?.modifiedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(modifiedAt))
            const isSame =
              JSON.stringify([after?.fact, after?.goneAt === null]) === JSON.stringify([was, goneAt === null])
            expect(after?.sequence === sequence).toBe(isSame)
          }
          const present = told.filter(({ goneAt }) => goneAt === null).map(({ fact: { uid } }) => uid)
          expect(present.toSorted()).toEqual(readings[place]?.facts.map(({ uid }) => uid).toSorted())
          before = now
        }
      }),
    )
  })
})

describe('due days', () => {
  const due = (id: string, on: string | null, by: 'kev' | 'table') => ({
    id,
    title: { en: id },
    due: {
      on,
      left: null,
      first: '2031-06-01',
      rule:
        by === 'kev'
          ? { by, cve: 'CVE-2031-0001' }
          : { by, urgency: 'early' as const, environment: 'server' as const, days: 14 },
    },
  })

  it('are one entry a day with the rule of each, the earliest first, and none for what has no day', () => {
    const bulletins = [
      due('KB3', '2031-07-01', 'table'),
      due('KB1', '2031-06-24', 'kev'),
      { id: 'KB4', title: { en: 'KB4' } },
      due('KB2', '2031-07-01', 'kev'),
      due('KB5', null, 'table'),
    ]
    expect(dueEntries('feed-7', bulletins)).toEqual([
      {
        kind: 'due',
        uid: 'due.2031-06-24.feed-7@hotfix-report',
        on: '2031-06-24',
        bulletins: [{ id: 'KB1', title: { en: 'KB1' }, by: 'kev' }],
        count: 1,
      },
      {
        kind: 'due',
        uid: 'due.2031-07-01.feed-7@hotfix-report',
        on: '2031-07-01',
        bulletins: [
          { id: 'KB3', title: { en: 'KB3' }, by: 'table' },
          { id: 'KB2', title: { en: 'KB2' }, by: 'kev' },
        ],
        count: 2,
      },
    ])
  })

  it('are told as moved, not as those of KEV, while a person has moved them', () => {
    const of = (isOver: boolean) => {
      const { due: day, ...bulletin } = due('KB1', '2031-07-01', 'kev')
      const moved = { ...bulletin, due: { ...day, exception: { first: '2031-06-24', renewals: 0, isOver } } }
      return dueEntries('feed-7', [moved])[0]?.bulletins[0]?.by
    }
    expect(of(false)).toBe('extended')
    expect(of(true)).toBe('kev')
  })
})
