import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NoticeLine } from '../../../src/contract/notices.ts'
import { replayedNotices, type RunLine } from '../../../src/domain/notices/replay.ts'

const start = Date.parse('2031-03-01T00:00:00.000Z')
const minute = 60_000

const lineOf = (event: number, minutes: number, bulletin: string, run?: 'brought'): NoticeLine => ({
  event,
  at: new Date(start + minutes * minute).toISOString(),
  kind: 'exploit-up',
  bulletin,
  title: { en: bulletin },
  publishedOn: null,
  changes: run === 'brought' ? [{ kind: 'exploit-up', of: [] }] : [],
  who: 'kev',
  path: `/bulletins/${bulletin}`,
})
const alone = (event: number, minutes: number, bulletin: string) => ({
  line: lineOf(event, minutes, bulletin),
  run: null,
})
const toldIn = (lines: readonly RunLine[]) =>
  replayedNotices(lines, { every: 'change' }).map(({ lines: told }) => told.map(({ event }) => event))

describe('what would have been sent', () => {
  it('at once: the first change of a bulletin, and further ones within ten minutes as one more', () => {
    expect(toldIn([alone(1, 0, 'A'), alone(2, 3, 'A'), alone(3, 5, 'A'), alone(4, 6, 'B'), alone(5, 60, 'A')])).toEqual(
      [[1], [4], [2, 3], [5]],
    )
  })

  it('one notice for an import run, and another one for the next', () => {
    const inRun = (run: number, event: number, minutes: number) => ({ ...alone(event, minutes, `KB${event}`), run })
    expect(toldIn([inRun(1, 1, 0), inRun(1, 2, 0), inRun(1, 3, 1), inRun(2, 4, 30), inRun(2, 5, 31)])).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
  })

  it('one notice for documents that came in one after the other before runs were marked', () => {
    const brought = (event: number, minutes: number) => ({
      line: lineOf(event, minutes, `KB${event}`, 'brought'),
      run: null,
    })
    expect(toldIn([brought(1, 0), brought(2, 1), brought(3, 1.5), brought(4, 9)])).toEqual([[1, 2, 3], [4]])
  })

  it('has each line in exactly one notice that does not go before it, however they come', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            after: fc.integer({ min: 0, max: 2000 }),
            bulletin: fc.constantFrom('A', 'B', 'C'),
            run: fc.constantFrom(null, null, 1, 2),
          }),
          { maxLength: 40 },
        ),
        fc.constantFrom(
          { every: 'change' } as const,
          { every: 'day', at: '08:00', zone: 'Asia/Tokyo' } as const,
          { every: 'week', on: 3, at: '08:00', zone: 'Europe/Berlin' } as const,
        ),
        (steps, when) => {
          let minutes = 0
          const lines = steps.map(({ after, bulletin, run }, place) => {
            minutes += after
            return { line: lineOf(place + 1, minutes, bulletin), run }
          })
          const notices = replayedNotices(lines, when)
          const told = notices.flatMap(({ lines: own }) => own.map(({ event }) => event))
          expect(told.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(lines.map(({ line }) => line.event))
          for (const { at, lines: own } of notices) expect(own.every((line) => line.at <= at)).toBe(true)
          expect(notices.map(({ at }) => at)).toEqual(notices.map(({ at }) => at).toSorted())
        },
      ),
    ))
})
