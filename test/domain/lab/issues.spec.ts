import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KnownIssue } from '../../../src/contract/bulletin.ts'
import type { SettledIssue } from '../../../src/contract/lab.ts'
import { byAttention, isOpenIssue, openIn, settled, workaroundOf } from '../../../src/domain/lab/issues.ts'

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

describe('known issues in the order of attention', () => {
  const issue = (more: Partial<KnownIssue>): KnownIssue => ({
    id: 'i',
    title: { en: 'Slow' },
    symptom: { en: 'It is slow.' },
    platforms: [],
    references: [],
    ...more,
  })
  const workaround = { text: { en: 'Wait' }, registry: [] }
  const page = { kind: 'kb' as const, title: { en: 'A page' }, url: 'https://example.com/' }
  const { symptom: _, ...unread } = issue({ id: 'unread', references: [page] })

  it('begin with what nothing helps against, then the newest; what is resolved comes last', () => {
    const items = [
      { day: '2031-05-01', issue: issue({ id: 'resolved', state: 'resolved' }) },
      { day: '2031-04-01', issue: issue({ id: 'helped', workaround }) },
      { day: '2031-03-01', issue: unread },
      { day: '2031-01-01', issue: issue({ id: 'old' }) },
      { day: '2031-02-01', issue: issue({ id: 'new', state: 'confirmed' }) },
    ]
    const ordered = byAttention(items, ({ day }) => day).map((item) => item.issue.id)
    expect(ordered).toEqual(['new', 'old', 'unread', 'helped', 'resolved'])
  })

  it('tell a workaround apart from none, and both from what nobody has read', () => {
    expect([issue({ workaround }), issue({}), unread].map(workaroundOf)).toEqual(['yes', 'no', null])
  })

  it('are open until the publisher or the team says otherwise, and the team goes first', () => {
    const said = { by: 'Ito', at: '2031-05-01T00:00:00.000Z', why: { en: 'Seen' } }
    expect(isOpenIssue(issue({ state: 'confirmed' }))).toBe(true)
    expect(isOpenIssue(issue({ state: 'resolved' }))).toBe(false)
    expect(isOpenIssue(issue({ state: 'resolved', reopened: said }))).toBe(true)
    expect(isOpenIssue(issue({ state: 'investigating', resolved: said }))).toBe(false)
  })
})
