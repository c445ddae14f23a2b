import { describe, expect, it } from 'vitest'
import { bodOutcomes } from '../../../src/contract/due-words.ts'
import { presences } from '../../../src/contract/vocabulary.ts'
import { daysOf, bodOutcomeOf, type FactAnswer, type FactAnswers } from '../../../src/domain/due/decision-table.ts'
import { readDecisionTable } from '../../../src/server/content.ts'

const table = await readDecisionTable()
const answers: readonly FactAnswer[] = [...presences, 'unknown']

/** The directive as printed: exploited, reached, automatable, total (y or n) and what it asks for. */
const printed: Record<string, (typeof bodOutcomes)[number]> = {
  nnnn: 'system-upgrade',
  nnny: 'system-upgrade',
  nnyn: '60-days',
  nnyy: '60-days',
  nynn: '60-days',
  nyny: '14-days',
  nyyn: '14-days',
  nyyy: '3-days',
  ynnn: '14-days',
  ynny: '14-days',
  ynyn: '14-days',
  ynyy: '3-days-forensics',
  yynn: '14-days',
  yyny: '3-days-forensics',
  yyyn: '3-days',
  yyyy: '3-days-forensics',
}

/** All 81 combinations of yes, no and unknown, under both ways to count an unknown exposure. */
const cases = answers.flatMap((kev) =>
  answers.flatMap((exposed) =>
    answers.flatMap((automatable) =>
      answers.flatMap((total) =>
        presences.map((unknownExposure) => ({ kev, exposed, automatable, total, unknownExposure })),
      ),
    ),
  ),
)

const letter = (answer: FactAnswer, whenUnknown: string) => (answer === 'unknown' ? whenUnknown : answer).charAt(0)

describe('the decision table of BOD 26-04', () => {
  it('has each of its sixteen rows once', () => {
    const rows = table.map(({ kev, exposed, automatable, total, outcome }) => [
      [kev, exposed, automatable, total].map((answer) => answer.charAt(0)).join(''),
      outcome,
    ])
    expect(rows).toHaveLength(16)
    expect(Object.fromEntries(rows)).toEqual(printed)
  })

  it.each(cases)(
    'gives what is printed for kev $kev, exposed $exposed (or $unknownExposure), automatable $automatable, total $total',
    ({ unknownExposure, ...given }) => {
      // What no catalogue lists is not listed; of what is not known else the worse counts, and of exposure what is set.
      const row = [
        letter(given.kev, 'no'),
        letter(given.exposed, unknownExposure),
        letter(given.automatable, 'yes'),
        letter(given.total, 'yes'),
      ].join('')
      expect(bodOutcomeOf(table, given, unknownExposure)).toBe(printed[row])
    },
  )

  it('never leaves more time where one more fact speaks against it', () => {
    const rank = (given: FactAnswers) => bodOutcomes.indexOf(bodOutcomeOf(table, given, 'no'))
    for (const row of table)
      for (const fact of ['kev', 'exposed', 'automatable', 'total'] as const)
        expect(rank({ ...row, [fact]: 'yes' })).toBeLessThanOrEqual(rank({ ...row, [fact]: 'no' }))
  })

  it('orders its outcomes by the days that they leave', () => {
    const days = bodOutcomes.map((outcome) => daysOf[outcome] ?? Infinity)
    expect(days).toEqual(days.toSorted((a, b) => a - b))
  })

  it('says which answers it has no row for', () => {
    expect(() =>
      bodOutcomeOf(table.slice(1), { kev: 'no', exposed: 'no', automatable: 'no', total: 'no' }, 'no'),
    ).toThrow('"kev":"no"')
  })
})
