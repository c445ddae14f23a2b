import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Bulletin } from '../../../src/contract/bulletin.ts'
import { IndexRow } from '../../../src/contract/summary.ts'
import { summarise } from '../../../src/domain/bulletin/summary.ts'
import { bulletin } from '../../support/arbitraries.ts'

it('summarises any bulletin to a row that keeps to the contract', () => {
  fc.assert(
    fc.property(bulletin, (given) => {
      expect(Bulletin.parse(given)).toEqual(given)
      const row = summarise(given)
      expect(IndexRow.parse(row)).toEqual(row)
    }),
  )
})

it('counts the test results by outcome, and every one of them', () => {
  fc.assert(
    fc.property(bulletin, (given) => {
      const counts = Object.values(summarise(given).tests)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(given.tests.length)
      expect(counts).not.toContain(0)
    }),
  )
})

it('counts known issues that somebody has read, and the pages that nobody has apart', () => {
  const page = (title: string) => ({ kind: 'kb' as const, title: { en: title }, url: 'https://example.com/' })
  const described = { id: 'one', title: { en: 'One' }, platforms: [], symptom: { en: 'It stops' } }
  fc.assert(
    fc.property(bulletin, fc.nat(3), fc.nat(3), (given, read, unread) => {
      const knownIssues: Bulletin['knownIssues'] = [
        ...Array.from({ length: read }, () => ({ ...described, references: [] })),
        ...Array.from({ length: unread }, () => ({ ...described, symptom: undefined, references: [page('KB1')] })),
      ]
      const row = summarise({ ...given, knownIssues })
      expect([row.knownIssues, row.unreadIssues ?? 0]).toEqual([read, unread])
    }),
  )
})

it('names the worst severity of each vulnerability over its platforms', () => {
  fc.assert(
    fc.property(bulletin, (given) => {
      for (const [position, { severity }] of summarise(given).vulnerabilities.entries()) {
        const numbers = (given.vulnerabilities[position]?.ratings ?? []).flatMap(({ rating }) =>
          typeof rating === 'number' ? [rating] : [],
        )
        expect(severity).toBe(numbers.length > 0 ? Math.min(...numbers) : null)
      }
    }),
  )
})
