import { describe, expect, it } from 'vitest'
import type { KnownIssue, TestResult } from '../../../src/contract/bulletin.ts'
import type { Outcome } from '../../../src/contract/words.ts'
import { editionsOf, knownIssuesOn } from '../../../src/domain/lab/grid.ts'
import { outcomeOn } from '../../../src/domain/lab/outcome.ts'
import { platforms } from '../../support/arbitraries.ts'

const result = (edition: string, platform: string, outcome: Outcome = 'passed'): TestResult => ({
  edition,
  platform,
  outcome,
  by: 'the lab',
})
const issue = (id: string, ...where: string[]): KnownIssue => ({
  id,
  title: { en: id },
  platforms: where,
  references: [],
})
const report = (tests: TestResult[], knownIssues: KnownIssue[] = []) => ({ id: 'MS05-019', tests, knownIssues })

const reports = [
  report([result('XP Professional SP2', 'windows-xp.sp2'), result('2000 Server SP4', 'windows-2000.sp4')]),
  report([result('2000 Professional SP4', 'windows-2000.sp4'), result('2000 Server SP4', 'windows-2000.sp4')]),
]

describe('the OS editions of the lab', () => {
  it('are each named once, in the order of the platform tree and then by name', () => {
    expect(editionsOf(reports, [], [], platforms).map(({ name }) => name)).toEqual([
      '2000 Professional SP4',
      '2000 Server SP4',
      'XP Professional SP2',
    ])
  })

  it('are those of the chosen platforms only', () => {
    expect(editionsOf(reports, [], ['windows-xp'], platforms).map(({ name }) => name)).toEqual(['XP Professional SP2'])
  })
})

it('an edition that there are machines with is one before it was ever tested, at the platform that the lab knows', () => {
  const fleet = [
    { edition: 'XP Tablet', platform: 'windows-xp.sp2' },
    { edition: '2000 Server SP4', platform: 'windows-2000' },
    { edition: 'XP Tablet', platform: 'windows-2000.sp3' },
    { edition: null, platform: 'windows-98' },
  ]
  const editions = editionsOf(reports, fleet, [], platforms)
  expect(editions).toContainEqual({ name: 'XP Tablet', platform: 'windows-xp.sp2' })
  expect(editions.filter(({ name }) => name === '2000 Server SP4')).toEqual([
    { name: '2000 Server SP4', platform: 'windows-2000.sp4' },
  ])
  // Of one name on two systems there are two.
  expect(editions.filter(({ name }) => name === 'XP Tablet')).toHaveLength(2)
  expect(editions).toHaveLength(5)
})

describe('the outcome on an edition', () => {
  const mixed = report([
    result('A', 'windows-xp.sp2', 'passed'),
    result('A', 'windows-xp.sp2', 'failed'),
    result('B', 'windows-xp.sp2', 'unrecorded'),
  ])

  it.each([
    ['A', 'failed'],
    ['B', 'unrecorded'],
    ['C', null],
  ])('of %s is %s: the worst that was seen', (edition, expected) => {
    expect(outcomeOn(mixed, { name: edition, platform: 'windows-xp.sp2' })).toBe(expected)
  })
})

describe('the known issues', () => {
  const all = report([], [issue('everywhere'), issue('on-2000', 'windows-2000'), issue('on-sp2', 'windows-xp.sp2')])

  it.each([
    { chosen: [], expected: ['everywhere', 'on-2000', 'on-sp2'] },
    { chosen: ['windows-2000.sp3'], expected: ['everywhere', 'on-2000'] },
    { chosen: ['windows-xp'], expected: ['everywhere', 'on-sp2'] },
    { chosen: ['windows-98'], expected: ['everywhere'] },
  ])('that concern $chosen are $expected', ({ chosen, expected }) => {
    expect(knownIssuesOn(all, chosen).map(({ id }) => id)).toEqual(expected)
  })

  it('do not count where they are resolved', () => {
    const resolved = { by: 'Ito', at: '2026-11-26T08:00:00.000Z', why: { en: 'Gone' } }
    const some = report([], [issue('open'), { ...issue('gone'), resolved }])
    expect(knownIssuesOn(some, []).map(({ id }) => id)).toEqual(['open'])
  })
})
