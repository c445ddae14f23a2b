import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Bulletin, type RegistryValue } from '../../../src/contract/bulletin.ts'
import { labIssueStates, RecordedTest, recordedOutcomes } from '../../../src/contract/lab.ts'
import { counted, observed, withRecorded } from '../../../src/domain/lab/recorded.ts'
import { textIn } from '../../../src/domain/lab/written.ts'
import { bulletin } from '../../support/arbitraries.ts'

const text = fc.string({ maxLength: 20, unit: 'grapheme' })
const line = text.filter((written) => written.trim() !== '').map((written) => written.trim())

const registryValue: fc.Arbitrary<RegistryValue> = fc.record({
  key: line,
  name: line,
  type: fc.constant('DWORD' as const),
  value: fc.nat(),
})

const result = fc.record({
  edition: fc.constantFrom('Windows 2000 Server SP3', 'Windows XP Professional SP2'),
  platform: fc.constantFrom('windows-2000.sp3', 'windows-xp.sp2'),
  outcome: fc.constantFrom(...recordedOutcomes),
  on: fc.constant('2026-11-23'),
  minutes: fc.option(fc.integer({ min: 1, max: 300 })),
  restarted: fc.option(fc.boolean()),
  uninstalled: fc.option(fc.constantFrom('worked' as const, 'failed' as const)),
  note: text,
  knownIssue: fc.option(
    fc.oneof(
      fc.record({ title: line, symptom: text, workaround: text, registry: fc.constant<RegistryValue[]>([]) }),
      fc.record({
        title: line,
        symptom: text,
        workaround: line,
        state: fc.constantFrom(...labIssueStates),
        registry: fc.array(registryValue, { maxLength: 2 }),
      }),
    ),
  ),
})

/** Results as they are recorded one after the other; some correct one that still counts. */
const results: fc.Arbitrary<RecordedTest[]> = fc
  .array(fc.tuple(result, fc.option(fc.nat({ max: 9 }))), { maxLength: 8 })
  .map((given) =>
    given.reduce<RecordedTest[]>((before, [record, pick], at) => {
      const open = counted(before)
      const corrects = pick === null ? null : (open[pick % Math.max(1, open.length)]?.id ?? null)
      return [
        ...before,
        { id: at + 1, bulletin: 'MS05-019', by: 'Ito', at: '2026-11-23T08:00:00.000Z', ...record, corrects },
      ]
    }, []),
  )

describe('what the lab has recorded', () => {
  it('counts each result until another corrects it, and never both', () => {
    fc.assert(
      fc.property(results, (given) => {
        const own = counted(given)
        expect(own).toHaveLength(given.length - given.filter(({ corrects }) => corrects !== null).length)
        for (const { id } of own) expect(given.some(({ corrects }) => corrects === id)).toBe(false)
      }),
    )
  })

  it('makes a bulletin that keeps to the contract, and takes nothing from what its publisher says', () => {
    fc.assert(
      fc.property(bulletin, results, (stated, given) => {
        const whole = withRecorded(stated, { results: given, settlements: [] })
        expect(Bulletin.parse(whole)).toEqual(whole)
        expect(whole.tests.slice(0, stated.tests.length)).toEqual(stated.tests)
        expect(whole.knownIssues.slice(0, stated.knownIssues.length)).toEqual(stated.knownIssues)
        expect(whole.tests).toHaveLength(stated.tests.length + counted(given).length)
      }),
    )
  })

  it('tells how often something was seen of how often it was looked for', () => {
    const [first] = fc.sample(result, 1)
    if (first === undefined) throw new Error('a result is needed')
    const recorded = ([true, true, false, null] as const).map((restarted, id) =>
      RecordedTest.parse({
        ...first,
        id: id + 1,
        bulletin: 'MS05-019',
        by: 'Ito',
        at: '2026-11-23T08:00:00.000Z',
        restarted,
        uninstalled: null,
        knownIssue: null,
        corrects: null,
      }),
    )
    expect(observed(recorded)).toEqual({ restart: { yes: 2, of: 3 }, uninstall: null })
    expect(observed([])).toEqual({ restart: null, uninstall: null })
  })

  it.each([
    ['再起動後も正常', { ja: '再起動後も正常' }],
    ['works', { en: 'works' }],
  ])('takes %s for the language of its letters', (written, expected) => {
    expect(textIn(written)).toEqual(expected)
  })
})
