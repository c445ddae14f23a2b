import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Due } from '../../../src/contract/due.ts'
import { whyFirst, type Reason } from '../../../src/domain/bulletin/why-first.ts'
import { summary } from '../../support/arbitraries.ts'

type Row = Parameters<typeof whyFirst>[0]

const silent: Row = { exploit: 'unknown', disclosure: 'unknown', exploitedBy: [], reach: [] }
const dueIn = (left: number): Due => ({
  on: '2026-12-03',
  rule: { by: 'kev', cve: 'CVE-2026-0001' },
  first: '2026-12-03',
  left,
})
const codes = (row: Partial<Row>, beside?: Parameters<typeof whyFirst>[1]) =>
  whyFirst({ ...silent, ...row }, beside).map(({ code }) => code)

describe('why a bulletin comes first', () => {
  it.each<[string, Partial<Row>, Reason['code'][]]>([
    ['nothing is known', {}, []],
    ['nothing speaks for it', { exploit: 'none', disclosure: 'private', epss: 0.05, cvss: 6.9, ransomware: false }, []],
    ['its document alone says that it is exploited', { exploit: 'exploited' }, ['exploited']],
    ['a list has it', { exploitedBy: ['kev'], ransomware: true, cvss: 9.8 }, ['exploited', 'ransomware', 'cvss']],
    ['code is out', { exploit: 'proof-of-concept', disclosure: 'public' }, ['proof-of-concept', 'public']],
    ['it spreads by itself', { reach: ['wormable', 'no-privileges', 'no-click'], cvss: 9.8 }, ['wormable', 'cvss']],
    ['only a click is needed', { reach: ['no-privileges'] }, ['no-privileges']],
    ['it is likely', { epss: 0.1, exploitability: 'more-likely', cvss: 7 }, ['epss', 'more-likely', 'cvss']],
    [
      'all is said of it',
      { exploitedBy: ['publisher'], disclosure: 'public', epss: 0.94, cvss: 9.8 },
      ['exploited', 'public', 'epss'],
    ],
  ])('where %s', (_, row, expected) => expect(codes(row)).toEqual(expected))

  it('names a day that is over before most else, one to come after it, and one far off not at all', () => {
    expect(codes({ disclosure: 'public' }, { due: dueIn(-1) })).toEqual(['due', 'public'])
    expect(codes({ disclosure: 'public' }, { due: dueIn(14), machines: 3 })).toEqual(['public', 'due', 'machines'])
    expect(codes({}, { due: dueIn(15) })).toEqual([])
  })

  it('is at most three reasons, each of which the row says', () => {
    fc.assert(
      fc.property(summary, (row) => {
        const reasons = whyFirst(row)
        expect(reasons.length).toBeLessThanOrEqual(3)
        for (const reason of reasons) {
          if (reason.code === 'epss') expect(reason.probability).toBe(row.epss)
          if (reason.code === 'cvss') expect(reason.score).toBe(row.cvss)
          if (reason.code === 'exploited') expect(reason.by).toEqual(row.exploitedBy)
        }
      }),
    )
  })

  it('puts what is exploited first, whatever else is said', () => {
    fc.assert(
      fc.property(summary, (row) => {
        expect(whyFirst({ ...row, exploit: 'exploited' }, { due: dueIn(-5), machines: 10 })[0]?.code).toBe('exploited')
      }),
    )
  })
})
