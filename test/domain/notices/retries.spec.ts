import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAttempt } from '../../../src/domain/notices/retries.ts'

const begin = '2031-03-11T09:00:00.000Z'
const until = '2031-03-12T09:00:00.000Z'

describe('what did not arrive', () => {
  it('is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, and a day after it was due', () => {
    const moments: string[] = []
    for (let [at, failures] = [begin, 1]; ; failures++) {
      const next = nextAttempt({ at, failures }, until, 0.5)
      if (next === null) break
      moments.push(next.slice(0, 19))
      at = next
    }
    expect(moments).toEqual([
      '2031-03-11T09:00:05',
      '2031-03-11T09:05:05',
      '2031-03-11T09:35:05',
      '2031-03-11T11:35:05',
      '2031-03-11T16:35:05',
      '2031-03-12T02:35:05',
      '2031-03-12T09:00:00',
    ])
  })

  it('is left alone for as long as the receiver says, and never beyond its time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.nat(200_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, retryAfter, chance) => {
          const next = Date.parse(nextAttempt({ at: begin, failures, retryAfter }, until, chance) ?? '')
          expect(next).toBeLessThanOrEqual(Date.parse(until))
          expect(next).toBeGreaterThanOrEqual(Math.min(Date.parse(begin) + retryAfter * 1000, Date.parse(until)))
        },
      ),
    )
  })
})
