import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asBefore } from '../../../src/web/matrix/use-all-found.ts'

const rows = fc.array(fc.nat(3), { maxLength: 3 })

it('the same rows in the same order are the same array as before, and others are those that are found', () => {
  fc.assert(
    fc.property(rows, rows, (first, then) => {
      const before = asBefore(Uint32Array.from(first))
      const after = asBefore(Uint32Array.from(then))
      expect([...after]).toEqual(then)
      expect(after === before).toBe(first.join() === then.join())
    }),
  )
})
