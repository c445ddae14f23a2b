import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Assessment } from '../../../src/contract/lab.ts'
import { assessedIn } from '../../../src/domain/decision/decision.ts'
import { readinessOf, type Aspect } from '../../../src/domain/decision/readiness.ts'
import { bulletin, platforms } from '../../support/arbitraries.ts'

const [sample] = fc.sample(bulletin, 1)
if (sample === undefined) throw new Error('a bulletin is needed')
const clean = {
  ...sample,
  urgency: { level: 'early' as const, basis: 'stated' as const, why: { en: 'soon' } },
  tests: [{ edition: 'A', platform: 'windows-2000.sp3', outcome: 'passed' as const, by: 'lab' }],
  knownIssues: [],
  platforms: [{ platform: 'windows-2000.sp3', rating: 1 as const }],
}
const supported = platforms.map((platform) => ({ ...platform, supportEndsOn: '2030-01-08' }))
const facts = { bulletin: clean, platforms: supported, own: null, coverage: null, today: '2026-11-23' }
const issue = { id: 'i', title: { en: 'Slow' }, platforms: [], references: [] }
const page = { ...issue, references: [{ kind: 'kb' as const, title: { en: 'KB1' }, url: 'https://example.com/kb1' }] }
const support = (answer: string) => ({
  kb: '5900001',
  answer,
  readOn: '2026-11-20',
  url: page.references[0]?.url,
  builds: [],
})
const workaround = { text: { en: 'Wait' }, registry: [] }

const supportIn = (change: Partial<Parameters<typeof readinessOf>[0]>) =>
  readinessOf({ ...facts, ...change }).aspects.find((aspect) => aspect.of === 'support')

describe('whether a fix is ready', () => {
  it.each<{
    where: string
    change: Partial<typeof clean>
    of: Aspect['of']
    assessment: Assessment
    overall: Assessment
  }>([
    { where: 'all is well', change: {}, of: 'lab', assessment: 'go', overall: 'go' },
    { where: 'nobody has tested', change: { tests: [] }, of: 'lab', assessment: 'unknown', overall: 'unknown' },
    {
      where: 'the outcome was lost',
      change: { tests: clean.tests.map((test) => ({ ...test, outcome: 'unrecorded' as never })) },
      of: 'lab',
      assessment: 'unknown',
      overall: 'unknown',
    },
    {
      where: 'one of two editions failed',
      change: { tests: [...clean.tests, { ...clean.tests[0], edition: 'B', outcome: 'failed' } as never] },
      of: 'lab',
      assessment: 'no-go',
      overall: 'no-go',
    },
    {
      where: 'an issue is known and something helps',
      change: { knownIssues: [{ ...issue, workaround }] as never },
      of: 'known-issues',
      assessment: 'caution',
      overall: 'caution',
    },
    {
      where: 'an issue is known and nothing helps',
      change: { knownIssues: [issue] as never },
      of: 'known-issues',
      assessment: 'no-go',
      overall: 'no-go',
    },
    {
      where: 'an issue was known, and is none any more',
      change: {
        knownIssues: [
          { ...issue, resolved: { by: 'Ito', at: '2026-11-26T08:00:00.000Z', why: { en: 'Gone' } } },
        ] as never,
      },
      of: 'known-issues',
      assessment: 'go',
      overall: 'go',
    },
    {
      where: 'a page of known issues is named that nobody has read',
      change: { knownIssues: [page] as never },
      of: 'known-issues',
      assessment: 'unknown',
      overall: 'unknown',
    },
    {
      where: 'one issue is described and nothing helps, and another is to be read',
      change: { knownIssues: [page, { ...page, id: 'j', symptom: { en: 'It stops' } }] as never },
      of: 'known-issues',
      assessment: 'no-go',
      overall: 'no-go',
    },
    {
      where: 'the publisher says that there are none, and nobody has tested',
      change: { tests: [], supportPages: [support('none')] as never },
      of: 'known-issues',
      assessment: 'go',
      overall: 'unknown',
    },
    {
      where: "the publisher's page could not be read, and nobody has tested",
      change: { tests: [], supportPages: [support('unreadable')] as never },
      of: 'known-issues',
      assessment: 'unknown',
      overall: 'unknown',
    },
    {
      where: 'the publisher says that the issue is resolved',
      change: { knownIssues: [{ ...issue, state: 'resolved' }] as never },
      of: 'known-issues',
      assessment: 'go',
      overall: 'go',
    },
    {
      where: 'the team says that a resolved issue is one still',
      change: {
        knownIssues: [
          { ...issue, state: 'resolved', reopened: { by: 'Ito', at: '2026-11-26T08:00:00.000Z', why: { en: 'No' } } },
        ] as never,
      },
      of: 'known-issues',
      assessment: 'no-go',
      overall: 'no-go',
    },
    {
      where: 'no issue is on file, and nobody has looked for any',
      change: { tests: [] },
      of: 'known-issues',
      assessment: 'unknown',
      overall: 'unknown',
    },
    {
      where: 'nobody knows how severe it is',
      change: { urgency: { level: 'unrated', basis: 'rule', why: { en: 'Severity not known' } } as never },
      of: 'urgency',
      assessment: 'unknown',
      overall: 'unknown',
    },
    {
      where: 'no affected platform is on file',
      change: { platforms: [] },
      of: 'support',
      assessment: 'unknown',
      overall: 'caution',
    },
    {
      where: 'a platform gets no fix',
      change: { platforms: [{ platform: 'windows-98', rating: 'no-fix' as never }] },
      of: 'support',
      assessment: 'caution',
      overall: 'caution',
    },
  ])('is said with its reason where $where', ({ change, of, assessment, overall }) => {
    const found = readinessOf({ ...facts, bulletin: { ...clean, ...change } })
    expect(found.aspects.find((aspect) => aspect.of === of)?.assessment).toBe(assessment)
    expect(found.overall).toBe(overall)
  })

  it('is no-go for an issue without workaround on a platform of ours only', () => {
    const known = { ...clean, knownIssues: [{ ...issue, platforms: ['windows-98'] }] }
    const found = (own: string[] | null) => readinessOf({ ...facts, bulletin: known, own }).aspects[2]
    expect(found(null)).toMatchObject({ assessment: 'no-go', withoutWorkaround: 1, elsewhere: 0 })
    expect(found(['windows-98'])).toMatchObject({ assessment: 'no-go', elsewhere: 0 })
    expect(found(['windows-2000'])).toMatchObject({ assessment: 'go', described: 0, elsewhere: 1 })
    const unread = { ...clean, knownIssues: [{ ...page, platforms: ['windows-98'] }] }
    const ours = readinessOf({ ...facts, bulletin: unread, own: ['windows-2000'] }).aspects[2]
    expect(ours).toMatchObject({ assessment: 'go', unread: [], elsewhere: 1 })
  })

  it('does not know whether a platform is supported whose end of support is not on file, and then never says go', () => {
    const one = (supportEndsOn: string | null) => [{ id: 'windows-2000.sp3', supportEndsOn }]
    expect(supportIn({ platforms: one(null) })).toMatchObject({ assessment: 'unknown', undated: ['windows-2000.sp3'] })
    expect(supportIn({ platforms: [] })).toMatchObject({ assessment: 'unknown', undated: ['windows-2000.sp3'] })
    expect(supportIn({ platforms: one('2030-01-08') })).toMatchObject({ assessment: 'go', undated: [] })
    expect(readinessOf({ ...facts, platforms: one(null) }).overall).toBe('caution')
    expect(assessedIn(readinessOf({ ...facts, platforms: one(null) })).aspects.support).toBe('unknown')
  })

  it('names the platforms whose support has ended, of those only that there are machines of', () => {
    const ended = platforms.map((platform) => ({ ...platform, supportEndsOn: '2010-07-13' }))
    const supportOf = (own: string[] | null) => supportIn({ platforms: ended, own })
    expect(supportOf(null)).toMatchObject({ assessment: 'caution', ended: ['windows-2000.sp3'] })
    expect(supportOf(['windows-xp.sp2'])).toMatchObject({ assessment: 'unknown', concerned: 0, ended: [] })
    expect(supportOf(['windows-2000'])).toMatchObject({ assessment: 'caution', ended: ['windows-2000.sp3'] })
    expect(supportOf(['windows-2000.sp3.server'])).toMatchObject({ ended: ['windows-2000.sp3'] })
  })

  it('takes what is known of the support of platforms before the day that is on file', () => {
    const state = (word: 'supported' | 'partly' | 'esu' | 'ended') =>
      supportIn({ support: new Map([['windows-2000.sp3', word]]) })
    expect(state('supported')).toMatchObject({ assessment: 'go', ended: [], limited: [] })
    expect(state('ended')).toMatchObject({ assessment: 'caution', ended: ['windows-2000.sp3'] })
    for (const word of ['partly', 'esu'] as const)
      expect(state(word)).toMatchObject({ assessment: 'caution', ended: [], limited: ['windows-2000.sp3'] })
  })

  it('is all covered only once all have it that may need it', () => {
    const coverageOf = (atMost: number) =>
      readinessOf({ ...facts, coverage: { applied: 3, of: 3, atMost } }).aspects.find(({ of }) => of === 'coverage')
    expect([coverageOf(3)?.assessment, coverageOf(300)?.assessment]).toEqual(['go', 'caution'])
  })

  it('is as bad as its worst aspect, whatever is covered', () => {
    fc.assert(
      fc.property(
        bulletin,
        fc.option(fc.record({ applied: fc.nat(9), of: fc.nat(9), atMost: fc.nat(9) })),
        fc.subarray(supported),
        (given, coverage, dated) => {
          const { overall, aspects } = readinessOf({ ...facts, bulletin: given, coverage, platforms: dated })
          const deciding = aspects.filter(({ of }) => of !== 'coverage').map(({ assessment }) => assessment)
          if (overall === 'caution')
            expect(deciding.some((each) => each === 'caution' || each === 'unknown')).toBe(true)
          else expect(deciding).toContain(overall)
          if (overall === 'go') expect(new Set(deciding)).toEqual(new Set(['go']))
          if (deciding.includes('no-go')) expect(overall).toBe('no-go')
          if (given.tests.length === 0) expect(overall).not.toBe('go')
        },
      ),
    )
  })
})
