import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { DuePolicy } from '../../../src/contract/due.ts'
import { duePolicyKinds } from '../../../src/contract/due-words.ts'
import { environments, presences, urgencies } from '../../../src/contract/vocabulary.ts'
import { addDays, dayIn, daysBetween } from '../../../src/domain/due/days.ts'
import { dueOf, knownNow, ruleDays, type DueInput, type DueRules, type Extended } from '../../../src/domain/due/due.ts'
import { dueFactsOf, stillKnown, withEarlier, type KnownFact } from '../../../src/domain/due/facts.ts'
import { defaultPolicy } from '../../../src/domain/due/policy.ts'
import type { Timed } from '../../../src/domain/due/timed.ts'
import { readDecisionTable } from '../../../src/server/content.ts'
import { listing } from '../../support/listing.ts'

const table = await readDecisionTable()
const zone = 'Asia/Tokyo'
const byTable = defaultPolicy(zone)
const byDirective: DuePolicy = { ...byTable, kind: 'bod-26-04', unknownExposure: 'no' }
const published = '2031-06-10'
const cve = 'CVE-2031-0001'
const worst = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
const mild = 'CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N'

const unknown: Timed = { yesSince: null, otherwise: 'unknown', basis: 'setting' }
const reached: Timed = { yesSince: '2031-01-01', otherwise: 'unknown', basis: 'fleet' }
const apart: Timed = { yesSince: null, otherwise: 'no', basis: 'fleet' }

const urgency = (level: (typeof urgencies)[number], since = published): KnownFact => ({ of: 'urgency', level, since })
const flaw = (vector: string, since = published): KnownFact => ({ of: 'flaw', flaw: cve, vector, since })
const named: KnownFact = { of: 'flaw', flaw: cve, since: published }
const listed = (since: string, dueOn?: string): KnownFact => ({ of: 'kev', flaw: cve, since, ...(dueOn && { dueOn }) })

const input = (facts: KnownFact[], more: Partial<DueInput> = {}): DueInput => ({
  facts,
  environments: ['server', 'client'],
  exposed: unknown,
  ...more,
})
type Catalogue = DueRules['assessed']
const nothing: Catalogue = new Map()
const daysOf = (given: DueInput, policy: DuePolicy = byTable, assessed = nothing) =>
  ruleDays(given, { policy, table, assessed, dayOf: dayIn(policy.zone) })
const due = (given: DueInput, policy = byTable, exception: Extended | null = null, today = published) =>
  dueOf(daysOf(given, policy), exception, today)

describe('the due day by the table of days', () => {
  it.each([
    { level: 'immediate', on: ['server'], expected: '2031-06-24' },
    { level: 'immediate', on: ['client'], expected: '2031-07-01' },
    { level: 'immediate', on: ['server', 'client'], expected: '2031-06-24' },
    { level: 'immediate', on: [], expected: '2031-06-24' },
    { level: 'early', on: ['client'], expected: '2031-07-10' },
    { level: 'wait', on: ['server'], expected: '2031-08-09' },
    { level: 'unrated', on: ['server'], expected: null },
  ] as const)('is $expected for $level on $on', ({ level, on, expected }) => {
    expect(due(input([urgency(level)], { environments: on }))).toMatchObject({ on: expected, first: published })
  })

  it('runs from when its facts were known: what became urgent later has its days from there', () => {
    const facts = [urgency('early'), urgency('immediate', '2031-06-20')]
    expect(due(input(facts))).toMatchObject({ on: '2031-07-04', first: '2031-06-20' })
    // Long after the first days were over they count all the same.
    expect(due(input([urgency('early'), urgency('immediate', '2031-09-01')]))).toMatchObject({ on: '2031-07-10' })
  })

  it('takes the day of the catalogue where that is earlier, and says so', () => {
    const facts = [urgency('early'), listed('2031-06-10', '2031-07-01')]
    expect(due(input(facts))).toMatchObject({ on: '2031-07-01', rule: { by: 'kev', cve } })
    expect(due(input([urgency('immediate'), listed('2031-06-10', '2031-07-01')]))).toMatchObject({ on: '2031-06-24' })
    expect(
      due(input([urgency('immediate'), listed('2031-06-10', '2031-07-01')], { environments: ['client'] })),
    ).toMatchObject({ on: '2031-07-01', rule: { by: 'kev' } })
  })

  it('begins and ends with the days of the team', () => {
    // 00:30 in Tokyo, the day before in London.
    const late = [urgency('immediate', '2031-06-10T15:30:00.000Z')]
    expect(due(input(late))).toMatchObject({ on: '2031-06-25' })
    expect(due(input(late), { ...byTable, zone: 'Europe/London' })).toMatchObject({ on: '2031-06-24' })
  })

  it('says how many days are left, none on the last one', () => {
    const left = (today: string) => due(input([urgency('immediate')]), byTable, null, today)?.left
    expect([left('2031-06-10'), left('2031-06-24'), left('2031-06-25')]).toEqual([14, 0, -1])
  })
})

describe('the due day by BOD 26-04', () => {
  it.each([
    { why: 'nothing against it', facts: [flaw(mild)], exposed: apart, on: null, outcome: 'system-upgrade' },
    { why: 'reached', facts: [flaw(mild)], exposed: reached, on: '2031-08-09', outcome: '60-days' },
    { why: 'all but exploited', facts: [flaw(worst)], exposed: reached, on: '2031-06-13', outcome: '3-days' },
    { why: 'no vector: the worse counts', facts: [named], exposed: apart, on: '2031-08-09', outcome: '60-days' },
    {
      why: 'listed later',
      facts: [flaw(mild), listed('2031-06-20')],
      exposed: apart,
      on: '2031-07-04',
      outcome: '14-days',
    },
    {
      why: 'exposure not known, and counted as no',
      facts: [flaw(worst)],
      exposed: unknown,
      on: '2031-08-09',
      outcome: '60-days',
    },
  ])('is $on: $why', ({ facts, exposed, on, outcome }) => {
    expect(due(input(facts, { exposed }), byDirective)).toMatchObject({ on, rule: { by: 'bod-26-04', outcome, cve } })
  })

  it('keeps the earliest day when more becomes known, and asks for the investigation nevertheless', () => {
    const facts = [flaw(worst), listed('2031-07-01', '2031-07-22')]
    expect(due(input(facts, { exposed: reached }), byDirective)).toMatchObject({
      on: '2031-06-13',
      rule: { outcome: '3-days' },
      forensics: true,
    })
  })

  it('takes what the catalogue answers before what a vector lets infer, and says which it is', () => {
    const assessed = new Map([[cve, { automatable: 'no', total: 'yes', since: '2031-06-12T01:00:00Z' } as const]])
    const { decisions } = daysOf(input([flaw(worst)], { exposed: reached }), byDirective, assessed)
    expect(decisions).toMatchObject([
      {
        outcome: '14-days',
        on: '2031-06-24',
        automatable: { value: 'no', basis: 'vulnrichment' },
        total: { value: 'yes', basis: 'vulnrichment', since: published },
        exposed: { value: 'yes', basis: 'fleet' },
      },
    ])
    expect(daysOf(input([flaw(worst)]), byDirective).decisions).toMatchObject([
      { automatable: { value: 'yes', basis: 'inferred' }, exposed: { value: 'unknown', basis: 'setting' } },
    ])
  })

  it('counts from the day where the team is on which the fleet said that the internet reaches a machine', () => {
    const exposed = { ...reached, yesSince: '2031-06-19T15:30:00.000Z' }
    const { days, decisions } = daysOf(input([flaw(worst)], { exposed }), byDirective)
    expect(days[0]).toMatchObject({ on: '2031-06-23', first: '2031-06-20' })
    expect(decisions).toMatchObject([{ exposed: { value: 'yes', since: '2031-06-20' } }])
  })

  it('waits for the next upgrade where no vulnerability is named', () => {
    expect(due(input([urgency('immediate')]), byDirective)).toMatchObject({ on: null, rule: { cve: null } })
  })
})

describe('an exception', () => {
  const facts = [urgency('immediate'), flaw(worst)]
  const given = input(facts)
  const made: Extended = {
    first: '2031-06-24',
    until: '2031-07-15',
    renewals: 0,
    knew: knownNow(daysOf(given)),
    ended: null,
  }
  const on = (present: DueInput, today: string, exception = made) => due(present, byTable, exception, today)

  it('moves the day and keeps the first one, until its own day is over', () => {
    expect(on(given, '2031-07-15')).toMatchObject({
      on: '2031-07-15',
      left: 0,
      exception: { first: '2031-06-24', isOver: false },
    })
    expect(on(given, '2031-07-16')).toMatchObject({ on: '2031-06-24', left: -22, exception: { isOver: true } })
  })

  it('moves nothing that became known after it was made', () => {
    const now = input([...facts, listed('2031-06-26', '2031-07-03')])
    expect(on(now, '2031-06-26')).toMatchObject({ on: '2031-07-03', rule: { by: 'kev' } })
    expect(on(now, '2031-06-26')).not.toHaveProperty('exception')
  })

  it('says nothing any more once a person has ended it', () => {
    expect(on(given, '2031-07-01', { ...made, ended: {} })).not.toHaveProperty('exception')
  })

  it('moves a day that is later anyway nowhere', () => {
    expect(on(given, '2031-06-20', { ...made, until: '2031-06-21' })).toMatchObject({ on: '2031-06-24' })
  })
})

describe('what was known', () => {
  const bulletin = {
    ...listing('KB1', [cve]),
    publishedOn: published,
    urgency: { level: 'early', basis: 'rule', why: { en: 'Critical' } },
  } as const
  const inKev = (addedOn: string, dueOn: string): Bulletin => ({
    ...bulletin,
    urgency: { level: 'immediate', basis: 'rule', why: { en: 'Exploited' } },
    vulnerabilities: bulletin.vulnerabilities.map((each) => ({
      ...each,
      exploit: 'exploited' as const,
      knownExploited: { addedOn, dueOn },
    })),
  })

  it('has a day of the catalogue before its listing as the day of listing', () => {
    expect(dueFactsOf(bulletin, inKev('2031-06-20', '2031-06-01'), published)).toContainEqual(
      listed('2031-06-20', '2031-06-20'),
    )
  })

  it('takes no listing for older than the fix', () => {
    const facts = dueFactsOf(bulletin, inKev('2030-01-01', '2030-02-01'), published)
    expect(facts).toContainEqual(listed(published, '2030-02-01'))
    expect(facts).toContainEqual(urgency('immediate'))
  })

  it('tells what the documents say from what the catalogue adds, in a document that has both', () => {
    const own = { ...inKev('2031-06-20', '2031-07-11'), severity: 1 } as const
    expect(dueFactsOf(own, own, published)).toContainEqual(urgency('immediate', '2031-06-20'))
    expect(dueFactsOf(own, own, published)).not.toContainEqual(urgency('immediate'))
  })

  it('stays known when its publisher says so no longer, since when it was first said', () => {
    const before = [urgency('immediate'), urgency('early', '2031-06-15')]
    expect(withEarlier(before, [urgency('early', '2031-07-01')])).toEqual(before)
  })

  it('goes with the import that alone has said it', () => {
    const before = [urgency('early'), urgency('immediate', '2031-06-20')]
    expect(stillKnown(before, [urgency('early', '2031-06-21')])).toEqual([urgency('early')])
  })
})

const day = fc.integer({ min: 0, max: 120 }).map((after) => addDays(published, after))
const fact: fc.Arbitrary<KnownFact> = fc.oneof(
  fc.record({ of: fc.constant('urgency' as const), level: fc.constantFrom(...urgencies), since: day }),
  fc.record({
    of: fc.constant('flaw' as const),
    flaw: fc.constantFrom(cve, 'B'),
    vector: fc.constantFrom(worst, mild),
    since: day,
  }),
  fc.record({ of: fc.constant('flaw' as const), flaw: fc.constantFrom(cve, 'B'), since: day }),
  fc.record({ of: fc.constant('kev' as const), flaw: fc.constantFrom(cve, 'B'), since: day, dueOn: day }),
)
/** A fact that makes it worse: milder words and vectors are none. */
const against = fact.filter((each) => each.of !== 'flaw' || each.vector === worst)
const policy = fc.record({
  kind: fc.constantFrom(...duePolicyKinds),
  days: fc.constant(byTable.days),
  unknownExposure: fc.constantFrom(...presences),
  zone: fc.constantFrom(zone, 'America/Los_Angeles'),
})
const setting = fc.record({
  facts: fc.array(fact, { minLength: 1, maxLength: 8 }),
  environments: fc.subarray([...environments]),
  exposed: fc.constantFrom(unknown, reached, apart),
})
const never = '9999'

describe('more facts against it', () => {
  const dayOf = (given: DueInput, rules: DuePolicy, exception: Extended | null) =>
    due(given, rules, exception)?.on ?? never

  it('never give a later day', () => {
    fc.assert(
      fc.property(setting, against, policy, fc.option(day), (given, more, rules, until) => {
        // What is known of a vulnerability comes after that there is one.
        const facts = withEarlier(given.facts, [])
        const before: DueInput = { ...given, facts }
        const first = due(before, rules)?.on
        const exception =
          until === null || !first
            ? null
            : { first, until, renewals: 0, knew: knownNow(daysOf(before, rules)), ended: null }
        const after: DueInput = { ...given, facts: withEarlier(facts, [more]) }
        expect(dayOf(after, rules, exception) <= dayOf(before, rules, exception)).toBe(true)
      }),
    )
  })

  it('nor does it that the internet reaches it, or that a catalogue says the worse', () => {
    fc.assert(
      fc.property(setting, policy, day, (given, rules, since) => {
        const before = dayOf({ ...given, exposed: unknown }, rules, null)
        expect(dayOf({ ...given, exposed: { ...reached, yesSince: since } }, rules, null) <= before).toBe(true)
        const assessed = new Map([cve, 'B'].map((name) => [name, { automatable: 'yes', total: 'yes', since } as const]))
        const after = dueOf(daysOf({ ...given, exposed: unknown }, rules, assessed), null, published)
        expect((after?.on ?? never) <= before).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  it('are counted over the ends of months and years', () => {
    expect([addDays('2031-12-30', 3), addDays('2032-02-28', 1)]).toEqual(['2032-01-02', '2032-02-29'])
    expect([daysBetween('2031-12-30', '2032-01-02'), daysBetween('2031-03-31', '2031-03-30')]).toEqual([3, -1])
  })
})
