import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NoticeTiming } from '../../../src/contract/notices.ts'
import {
  dueAfterRun,
  followingAfter,
  groupedLines,
  type PlacedLine,
  type OpenNotice,
} from '../../../src/domain/notices/grouping.ts'

const start = Date.parse('2031-03-11T09:00:00Z')
const moment = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
const atOnce: NoticeTiming = { every: 'change' }
const daily: NoticeTiming = { every: 'day', at: '08:00', zone: 'UTC' }
const day = 24 * 60
/** 08:00 of the days, as minutes from the start: each 23 hours after it, and so on. */
const nextMorning = (after: string) =>
  moment(day * (Math.floor((Date.parse(after) - start) / 60_000 / day + 1 / 24) + 1) - 60)

const line = (event: number, minutes: number, subject = 'KB1', run: number | null = null): PlacedLine => ({
  event,
  at: moment(minutes),
  subject,
  run,
})

/** Places lines batch by batch, as the server does: what was due before a batch is settled by then. */
function replay(batches: readonly (readonly PlacedLine[])[], when: NoticeTiming) {
  let notices: readonly OpenNotice[] = []
  const lastOf = new Map<string, string>()
  const placed: { line: PlacedLine; key: string }[] = []
  let made = 0
  for (const batch of batches) {
    const [first] = batch
    if (first === undefined) continue
    const settled = notices.map((notice) => ({
      ...notice,
      isFrozen: notice.isFrozen || (notice.dueAt !== null && notice.dueAt < first.at),
    }))
    const after = groupedLines(batch, { notices: settled, lastOf }, { when, nextAt: nextMorning })
    const numbers = new Map(after.notices.map(({ key }) => [key, key.startsWith('new') ? `${made++}` : key]))
    const numberOf = (key: string) => numbers.get(key) ?? ''
    notices = after.notices.map((notice) => ({ ...notice, key: numberOf(notice.key) }))
    for (const [at, key] of after.keys.entries()) {
      const own = batch[at]
      if (own === undefined) continue
      placed.push({ line: own, key: numberOf(key) })
      lastOf.set(own.subject, numberOf(key))
    }
  }
  return { notices: new Map(notices.map((notice) => [notice.key, notice])), placed }
}

/** What goes out: when, and the events in it. */
const told = (lines: readonly PlacedLine[], when: NoticeTiming = atOnce) => {
  const { notices, placed } = replay([lines], when)
  return Array.from(
    Map.groupBy(placed, ({ key }) => key),
    ([key, own]) => [notices.get(key)?.dueAt ?? null, own.map(({ line: { event } }) => event)],
  )
}

const lines = fc
  .array(fc.record({ wait: fc.nat(25), subject: fc.constantFrom('KB1', 'KB2', 'KB3'), run: fc.option(fc.nat(2)) }), {
    maxLength: 40,
  })
  .map((all) => {
    let minutes = 0
    return all.map(({ wait, subject, run }, event) => line(event, (minutes += wait), subject, run))
  })

describe('notices at once', () => {
  it('tell the first change of a bulletin at once, and further ones within ten minutes together', () => {
    expect(told([line(1, 0), line(2, 3), line(3, 9), line(4, 11), line(5, 40)])).toEqual([
      [moment(0), [1]],
      [moment(10), [2, 3]],
      [moment(20), [4]],
      [moment(40), [5]],
    ])
  })

  it('keep bulletins apart', () => {
    expect(told([line(1, 0), line(2, 1, 'KB2'), line(3, 2)])).toEqual([
      [moment(0), [1]],
      [moment(1), [2]],
      [moment(10), [3]],
    ])
  })

  it('tell all of an import run together, at its end', () => {
    const run = [line(1, 0, 'KB1', 7), line(2, 1, 'KB2', 7), line(3, 30, 'KB1', 7), line(4, 31, 'KB9', 8)]
    expect(told(run)).toEqual([
      [null, [1, 2, 3]],
      [null, [4]],
    ])
    expect(dueAfterRun(moment(40), { notBefore: null })).toBe(moment(40))
  })

  it('tell what a run brings of a bulletin that was told of just now after the ten minutes', () => {
    const { notices, placed } = replay([[line(1, 0), line(2, 4, 'KB1', 7), line(3, 4, 'KB2', 7)]], atOnce)
    const [first, held, rest] = placed.map(({ key }) => notices.get(key))
    expect([first?.dueAt, held?.dueAt, rest?.dueAt]).toEqual([moment(0), null, null])
    expect([held?.notBefore, rest?.notBefore]).toEqual([moment(10), null])
    expect(dueAfterRun(moment(5), held ?? { notBefore: null })).toBe(moment(10))
  })

  it('bring forward what was to be a digest, where the subscription tells at once now', () => {
    const digest = { key: '1', dueAt: moment(day), notBefore: null, run: null, isFrozen: false }
    const known = { notices: [digest], lastOf: new Map([['KB1', '1']]) }
    const after = groupedLines([line(2, 5)], known, { when: atOnce, nextAt: nextMorning })
    expect(after.keys).toEqual(['1'])
    expect(after.notices[0]?.dueAt).toBe(moment(5))
  })
})

describe('a digest', () => {
  it('has all that came until its moment', () => {
    expect(told([line(1, 0), line(2, 3, 'KB2'), line(3, day - 61), line(4, day + 1)], daily)).toEqual([
      [moment(day - 60), [1, 2, 3]],
      [moment(2 * day - 60), [4]],
    ])
  })

  it('leaves what comes too late to the next one', () => {
    const gone = { key: '1', dueAt: moment(day - 60), notBefore: null, run: null, isFrozen: true }
    const known = { notices: [gone], lastOf: new Map([['KB1', '1']]) }
    const after = groupedLines([line(2, day - 61)], known, { when: daily, nextAt: nextMorning })
    expect(after.notices.find(({ key }) => key === after.keys[0])?.dueAt).toBe(moment(2 * day - 60))
  })
})

describe('any lines', () => {
  it('are each in one notice, and those of a bulletin go out in their order', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(atOnce, daily), fc.array(fc.nat(40)), (all, when, cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), all.length]
        const batches = edges.slice(1).map((end, at) => all.slice(edges[at] ?? 0, Math.max(end, edges[at] ?? 0)))
        const { notices, placed } = replay(batches, when)
        expect(placed.map(({ line: { event } }) => event)).toEqual(all.map(({ event }) => event))
        // A run lasts until all is placed.
        const dueOf = (key: string) => notices.get(key)?.dueAt ?? '9'
        for (const own of Map.groupBy(placed, ({ line: { subject } }) => subject).values()) {
          const dues = own.map(({ key }) => dueOf(key))
          expect(dues).toEqual(dues.toSorted())
        }
      }),
    )
  })

  it('tell of a bulletin no sooner than ten minutes after the notice before', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { notices, placed } = replay([all.map((each) => ({ ...each, run: null }))], atOnce)
        for (const own of Map.groupBy(placed, ({ line: { subject } }) => subject).values()) {
          const dues = [...new Set(own.map(({ key }) => key))].map((key) => Date.parse(notices.get(key)?.dueAt ?? ''))
          for (const [at, due] of dues.slice(1).entries())
            expect(due - (dues[at] ?? 0)).toBeGreaterThanOrEqual(followingAfter)
        }
      }),
    )
  })
})
