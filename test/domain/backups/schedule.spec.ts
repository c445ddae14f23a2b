import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBackupLate, nextBackup, type BackupRun } from '../../../src/domain/backups/schedule.ts'

const hour = 3_600_000
const start = new Date('2031-06-10T00:00:00.000Z')
const after = (hours: number) => new Date(start.getTime() + hours * hour)

/** A run that began so many hours after the start. `why`: undefined while it is under way. */
const run = (hours: number, why: string | null | undefined): BackupRun => ({
  id: hours,
  beganAt: after(hours).toISOString(),
  file: 'a',
  askedBy: null,
  leasedUntil: new Date(after(hours).getTime() + 60_000).toISOString(),
  result: why === undefined ? null : { endedAt: after(hours).toISOString(), why, bytes: 1, rows: 1, took: 1 },
})
const day = 24 * 60

describe('the next backup', () => {
  it.each([
    ['is due at once where there was none', [], 5, after(5)],
    ['comes a day after the last good one', [run(0, null)], 3, after(24)],
    ['comes an hour after one that failed', [run(3, 'full'), run(0, null)], 3, after(4)],
    ['comes an hour after one that was cut off', [run(3, undefined)], 3.5, after(4)],
    ['comes a day after one that is under way', [run(3, undefined)], 3, after(27)],
  ] as const)('%s', (_, runs, now, due) => {
    expect(nextBackup(runs, day, after(now))).toEqual(due)
  })

  it('is never further away than the time between two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: day }), fc.constantFrom('full', null, undefined), (every, why) => {
        const due = nextBackup([run(0, why)], every, after(0))
        expect(due.getTime()).toBeLessThanOrEqual(after(0).getTime() + every * 60_000)
        expect(due.getTime()).toBeGreaterThan(after(0).getTime())
      }),
    )
  })
})

describe('the last good backup', () => {
  it.each([
    ['is not late before one was tried', [], 100, false],
    ['is not late within twice the time', [run(0, null)], 48, false],
    ['is late after it', [run(0, null)], 49, true],
    ['is late where the first one failed', [run(0, 'full')], 1, true],
    ['is not late while the first one is under way', [run(0, undefined)], 0, false],
    ['counts although a later one failed', [run(24, 'full'), run(0, null)], 25, false],
  ] as const)('%s', (_, runs, now, isLate) => {
    expect(isBackupLate(runs, day, after(now))).toBe(isLate)
  })
})
