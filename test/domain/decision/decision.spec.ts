import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BulletinEvent } from '../../../src/contract/events.ts'
import { Assessed, aspects } from '../../../src/contract/lab.ts'
import { assessedIn, lastDecision } from '../../../src/domain/decision/decision.ts'
import { readinessOf } from '../../../src/domain/decision/readiness.ts'
import { bulletin, platforms } from '../../support/arbitraries.ts'
import { decided } from '../../support/decision.ts'

const said = { at: '2026-11-23T08:00:00.000Z', who: 'Ito', bulletin: 'MS05-019' }
const { note, basis } = decided('go')
const happenings = {
  decision: { topic: 'decision', what: 'go', detail: { note, basis } },
  revision: { topic: 'bulletins', what: 'updated', detail: null },
  comment: { topic: 'discussion', what: 'said', detail: { text: 'Hello' } },
}
type Happening = keyof typeof happenings
const log = (of: readonly Happening[]) =>
  of.map((each, at) => BulletinEvent.parse({ id: at + 1, ...said, ...happenings[each] }))

describe('the last decision', () => {
  it.each<{ of: Happening[]; isOutdated: boolean | undefined }>([
    { of: [], isOutdated: undefined },
    { of: ['revision', 'comment'], isOutdated: undefined },
    { of: ['revision', 'decision', 'comment'], isOutdated: false },
    { of: ['decision', 'revision'], isOutdated: true },
    { of: ['decision', 'revision', 'decision'], isOutdated: false },
  ])('of $of is outdated: $isOutdated', ({ of, isOutdated }) => {
    expect(lastDecision(log(of))?.isOutdated).toBe(isOutdated)
  })

  it('is the one that nobody has decided after', () => {
    const some = fc.array(fc.constantFrom<Happening>('decision', 'revision', 'comment'), { maxLength: 8 })
    fc.assert(
      fc.property(some, (of) => {
        expect(lastDecision(log(of))?.decision.id ?? 0).toBe(of.lastIndexOf('decision') + 1)
      }),
    )
  })
})

it('what is signed names every aspect as the card shows it', () => {
  fc.assert(
    fc.property(bulletin, (given) => {
      const fixes = [{ state: 'install' as const, install: [given.id] }]
      const readiness = readinessOf({
        bulletin: given,
        platforms,
        own: null,
        coverage: null,
        fixes,
        today: '2026-11-23',
      })
      const signed = Assessed.parse(assessedIn(readiness))
      expect(signed.overall).toBe(readiness.overall)
      expect(aspects.map((of) => signed.aspects[of])).toEqual(readiness.aspects.map(({ assessment }) => assessment))
    }),
  )
})
