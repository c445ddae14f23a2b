import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclosures, exploits, severities, urgencies } from '../../../src/contract/vocabulary.ts'
import { deriveUrgency } from '../../../src/domain/bulletin/urgency.ts'

const everySeverity = [...severities, null]
const levels = { i: 'immediate', e: 'early', w: 'wait', u: 'unrated' } as const

/** One row per exploit and disclosure, one letter per severity 1 2 3 4 and unknown: immediate, early, wait, unrated. */
const rule = {
  exploited: { public: 'iiiii', private: 'iiiii', unknown: 'iiiii' },
  'proof-of-concept': { public: 'iewwe', private: 'iewwe', unknown: 'iewwe' },
  none: { public: 'iewwe', private: 'ewwwu', unknown: 'ewwwu' },
  unknown: { public: 'iewwe', private: 'ewwwu', unknown: 'ewwwu' },
} satisfies Record<(typeof exploits)[number], Record<(typeof disclosures)[number], string>>

const cases = exploits.flatMap((exploit) =>
  disclosures.flatMap((disclosure) =>
    everySeverity.map((severity, column) => ({
      evidence: { severity, exploit, disclosure },
      level: levels[rule[exploit][disclosure][column] as keyof typeof levels],
    })),
  ),
)

const evidence = fc.constantFrom(...cases.map((each) => each.evidence))
const rank = (each: (typeof cases)[number]['evidence']) => urgencies.indexOf(deriveUrgency(each).level)
const exploitsFromBad = ['exploited', 'proof-of-concept', 'none'] as const

describe('the urgency that the rule derives', () => {
  it.each(cases)('is $level for $evidence', ({ evidence: given, level }) => {
    expect(deriveUrgency(given)).toMatchObject({ level, basis: 'rule' })
  })

  it('gives its reason in both languages', () => {
    for (const { evidence: given } of cases) {
      const { why } = deriveUrgency(given)
      expect(why.ja).toMatch(/[\p{scx=Hira}\p{scx=Kana}\p{scx=Han}]/u)
      expect(why.en).toMatch(/^[A-Z][\w ,']+$/)
    }
  })

  it('waits for nothing whose severity is not known, and takes no absence for a reason', () => {
    for (const { evidence: given } of cases) {
      const { level, why } = deriveUrgency(given)
      if (given.severity === null) expect(level).not.toBe('wait')
      expect(`${why.ja} ${why.en}`).not.toMatch(/ではなく|[Nn]ot critical|no reason/)
    }
  })

  it('never drops when the severity gets worse', () => {
    fc.assert(
      fc.property(evidence, fc.constantFrom(...severities), fc.constantFrom(...severities), (given, a, b) => {
        const [worse, milder] = [Math.min(a, b), Math.max(a, b)] as [typeof a, typeof a]
        expect(rank({ ...given, severity: worse })).toBeLessThanOrEqual(rank({ ...given, severity: milder }))
      }),
    )
  })

  it('never drops when an exploit appears or the details become public', () => {
    fc.assert(
      fc.property(evidence, fc.nat(2), fc.nat(2), (given, a, b) => {
        const at = (position: number) => ({ ...given, exploit: exploitsFromBad[position] ?? 'none' })
        expect(rank(at(Math.min(a, b)))).toBeLessThanOrEqual(rank(at(Math.max(a, b))))
        expect(rank({ ...given, disclosure: 'public' })).toBeLessThanOrEqual(rank(given))
      }),
    )
  })
})
