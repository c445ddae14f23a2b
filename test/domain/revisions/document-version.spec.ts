import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, type VersionMark, type VersionOrder } from '../../../src/domain/revisions/document-version.ts'

const digits = fc.integer({ min: 0, max: 12 }).map(String)
const version = fc
  .record({
    core: fc.array(digits, { minLength: 1, maxLength: 3 }),
    early: fc.option(fc.array(fc.oneof(digits, fc.constantFrom('alpha', 'rc')), { minLength: 1, maxLength: 2 })),
    build: fc.constantFrom('', '+1'),
  })
  .map(({ core, early, build }) => core.join('.') + (early === null ? '' : `-${early.join('.')}`) + build)
const moment = fc
  .record({
    day: fc.constantFrom('2024-01-26', '2024-01-27', '2024-02'),
    clock: fc.constantFrom('', 'T08:00', 'T08:00:00', 'T08:00:00.5', 'T23:30:00.1234567891'),
    zone: fc.constantFrom('', 'Z', '-08:00', '+09:00'),
  })
  .map(({ day, clock, zone }) => day + clock + zone)
const mark: fc.Arbitrary<VersionMark> = fc.oneof(
  fc.record({ version }),
  fc.record({ moment: fc.oneof(moment, fc.constantFrom('', 'soon')) }),
)
const order: fc.Arbitrary<VersionOrder> = fc.array(mark, { maxLength: 3 })

const sign = (a: VersionOrder, b: VersionOrder) => Math.sign(compareVersions(a, b))
const ofVersions = (a: string, b: string) => sign([{ version: a }], [{ version: b }])
const ofMoments = (a: string, b: string) => sign([{ moment: a }], [{ moment: b }])

describe('the versions of a document', () => {
  it('are in one order, whichever two are compared', () => {
    fc.assert(
      fc.property(order, order, order, (a, b, c) => {
        expect(sign(a, a)).toBe(0)
        expect(sign(a, b)).toBe(-sign(b, a) + 0)
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBe(sign(a, b) === 0 ? sign(b, c) : -1)
      }),
    )
  })

  it.each([
    ['1.9', '1.10', -1],
    ['2', '10', -1],
    ['1.0.0-rc.2', '1.0.0', -1],
    ['1.0.0-rc.2', '1.0.0-rc.10', -1],
    ['1.0.0-1', '1.0.0-alpha', -1],
    ['0.9', '1', -1],
    ['1', '1.0.0', 0],
    ['1.0.0+build.7', '1.0.0', 0],
    ['2025.08.25', '2025.01.24', 1],
    ['3.0.0', '2.99.99', 1],
  ])('have numbers: %s and %s', (a, b, expected) => expect(ofVersions(a, b)).toBe(expected))

  it.each([
    ['2024-01-26', '2024-01-26T00:00:00Z', 0],
    ['2024-01-26', '2024-01-26T08:00:00', -1],
    ['2024-01-26T08:00:00', '2024-01-26T08:00:00.000Z', 0],
    ['2024-01-26T08:00:00-08:00', '2024-01-26T16:00:00Z', 0],
    ['2024-01-26T23:00:00-08:00', '2024-01-27T00:00:00Z', 1],
    ['2024-01-27T08:00:00+09:00', '2024-01-26T23:00:00+0000', 0],
    ['2024-01-26T08:00:00.1234567891Z', '2024-01-26T08:00:00.1234567Z', 1],
    ['2024-01', '2024-01-01', 0],
    ['soon', '0001-01-01', -1],
    ['2024-13-45', '2024-01-01', -1],
  ])('have moments: %s and %s', (a, b, expected) => expect(ofMoments(a, b)).toBe(expected))

  it('are compared by the next mark where the first is the same, and by a mark that only one has in the end', () => {
    const [v1, v2] = [{ version: '1' }, { version: '2' }]
    const [early, late] = [{ moment: '2024-01-01' }, { moment: '2024-02-01' }]
    expect(sign([v1, late], [v2, early])).toBe(-1)
    expect(sign([v1, late], [v1, early])).toBe(1)
    expect(sign([v1], [v1, early])).toBe(-1)
  })
})
