import { describe, expect, it } from 'vitest'
import type { KnownIssue, TestResult } from '../../../src/contract/bulletin.ts'
import type { Outcome } from '../../../src/contract/words.ts'
import { knownIssuesOn } from '../../../src/domain/lab/grid-issues.ts'
import { outcomeOf } from '../../../src/domain/lab/outcome.ts'
import { isTestOf, rowsOf, testsByRow } from '../../../src/domain/lab/rows.ts'
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

const known = new Map(platforms.map((platform) => [platform.id, platform]))
const names = (fleet: Parameters<typeof rowsOf>[0]) => rowsOf(fleet, reports, known).map(({ edition }) => edition)

const mixed = report([
  result('A', 'windows-xp.sp2', 'passed'),
  result('A', 'windows-xp.sp2', 'failed'),
  result('B', 'windows-xp.sp2', 'unrecorded'),
])

describe('the OS editions of the lab', () => {
  it('are those that anything was tested on, each once, those of one version together', () => {
    expect(names([])).toEqual(['XP Professional SP2', '2000 Server SP4', '2000 Professional SP4'])
  })

  it('begin with those of the fleet, tested or not: by name, or the platform where editions are not told apart', () => {
    const machines = 1
    const fleet = [
      { edition: 'XP Tablet', platform: 'windows-xp.sp2', machines },
      { edition: '2000 Server SP4', platform: 'windows-2000', machines },
      { edition: null, platform: 'windows-98', machines },
    ]
    expect(names(fleet)).toEqual([
      'XP Tablet',
      'XP Professional SP2',
      '2000 Server SP4',
      'windows 98',
      '2000 Professional SP4',
    ])
  })

  it('have the worst that was seen of a bulletin on each of them', () => {
    const rows = rowsOf([{ edition: null, platform: 'windows-xp.sp2', machines: 3 }], [mixed], known)
    const tests = testsByRow(rows, [mixed])
    expect(rows.map((row) => outcomeOf(tests.get(row)?.get('MS05-019') ?? []))).toEqual(['failed'])
  })

  it('have the results of their own platform where one of the same name is on a platform above', () => {
    const [above, below] = ['windows-server-2019.rtm', 'windows-server-2019.rtm.server-core']
    const fleet = [above, below].map((platform) => ({ edition: 'Standard', platform, machines: 1 }))
    const onCore = result('Standard', below, 'passed')
    const rows = rowsOf(fleet, [report([onCore])], known)
    expect(rows.map((row) => testsByRow(rows, [report([onCore])]).has(row))).toEqual([false, true])
    expect(rows.map((row) => isTestOf(row, onCore, rows))).toEqual([false, true])
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
