import fc from 'fast-check'
import { expect, it } from 'vitest'
import { proofMinutes } from '../../../src/contract/limits.ts'
import { isProved, proofUntil } from '../../../src/domain/access/proof.ts'

const minute = 60_000
const moments = fc.date({ min: new Date('2001-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

it('counts for some minutes after it was given, and not a moment longer', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -minute, max: 60 * minute }), (given, later) => {
      const now = new Date(given.getTime() + later)
      expect(isProved(given.toISOString(), now)).toBe(later < proofMinutes * minute)
      expect(proofUntil(given.toISOString()).getTime() - given.getTime()).toBe(proofMinutes * minute)
    }),
  )
})

it('never counts where none was given, or where it is from a future that no clock can be wrong by', () => {
  const now = new Date('2026-06-01T00:00:00Z')
  expect(isProved(null, now)).toBe(false)
  expect(isProved('2026-06-01T00:02:00.000Z', now)).toBe(false)
})
