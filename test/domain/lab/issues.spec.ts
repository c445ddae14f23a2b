import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownIssue } from '../../../src/contract/bulletin.ts'
import type { SettledIssue } from '../../../src/contract/lab.ts'
import { openIn, settled } from '../../../src/domain/lab/issues.ts'

const ids = ['slow', 'broken', 'lab-7']
const issue = (id: string): KnownIssue => ({ id, title: { en: id }, platforms: [], references: [] })
const issues = fc.subarray(ids).map((chosen) => chosen.map(issue))

const settlements: fc.Arbitrary<SettledIssue[]> = fc.array(
  fc.record({
    issue: fc.constantFrom(...ids, 'gone'),
    by: fc.constantFrom('Ito', 'Sato'),
    at: fc.constant('2026-11-26T08:00:00.000Z'),
    state: fc.constantFrom('resolved' as const, 'reopened' as const),
    why: fc.constantFrom('a later fix', '後の修正で直った'),
  }),
  { maxLength: 12 },
)

describe('a known issue', () => {
  it('is open exactly where nobody has resolved it since it was opened last', () => {
    fc.assert(
      fc.property(issues, settlements, (known, said) => {
        const open = openIn(settled(known, said)).map(({ id }) => id)
        expect(open).toEqual(
          known.map(({ id }) => id).filter((id) => said.findLast((each) => each.issue === id)?.state !== 'resolved'),
        )
      }),
    )
  })

  it('is told as it was, in its place, with who has resolved it', () => {
    fc.assert(
      fc.property(issues, settlements, (known, said) => {
        const told = settled(known, said)
        expect(told.map((each) => ({ ...each, resolved: undefined }))).toEqual(known)
        for (const each of told) expect(KnownIssue.parse(each)).toEqual(each)
      }),
    )
  })

  it('names who said last that it is none', () => {
    const said = (by: string, why: string): SettledIssue => ({
      issue: 'slow',
      by,
      at: '2026-11-26T08:00:00.000Z',
      state: 'resolved',
      why,
    })
    const reopened: SettledIssue = { ...said('Ito', 'it came back'), state: 'reopened' }
    const [told] = settled([issue('slow')], [said('Ito', 'gone'), reopened, said('Sato', '直った')])
    expect(told?.resolved).toEqual({ by: 'Sato', at: '2026-11-26T08:00:00.000Z', why: { ja: '直った' } })
  })
})
