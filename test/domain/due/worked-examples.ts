/** The worked examples of the guide on due days: what is known, and what the rules make of it. */
import type { DuePolicy } from '../../../src/contract/due.ts'
import { dayIn } from '../../../src/domain/due/days.ts'
import type { BodRow } from '../../../src/domain/due/decision-table.ts'
import { dueOf, knownNow, ruleDays, type DueInput } from '../../../src/domain/due/due.ts'
import type { KnownFact } from '../../../src/domain/due/facts.ts'
import { defaultPolicy } from '../../../src/domain/due/policy.ts'
import type { Timed } from '../../../src/domain/due/timed.ts'

const byTable = defaultPolicy('Asia/Tokyo')
const published = '2031-06-10'
const flaw = 'CVE-2031-0001'
const wormable = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
const local = 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H'

const early: KnownFact = { of: 'urgency', level: 'early', since: published }
const immediate = (since: string): KnownFact => ({ of: 'urgency', level: 'immediate', since })
const listed = (since: string, dueOn: string): KnownFact => ({ of: 'kev', flaw, since, dueOn })
const scored = (vector: string): KnownFact => ({ of: 'flaw', flaw, vector, since: published })
const reached: Timed = { yesSince: '2031-01-01', otherwise: 'unknown', basis: 'fleet' }
const apart: Timed = { yesSince: null, otherwise: 'no', basis: 'fleet' }
const unknown: Timed = { yesSince: null, otherwise: 'unknown', basis: 'setting' }

type Example = {
  what: string
  facts: KnownFact[]
  on?: DueInput['environments']
  exposed?: Timed
  policy?: Partial<DuePolicy>
  until?: string
}

const directive = { kind: 'bod-26-04' } as const

const examples: readonly Example[] = [
  { what: 'early, for servers and clients', facts: [early] },
  { what: 'immediate from the beginning, for servers', facts: [immediate(published)], on: ['server'] },
  { what: 'the same, for clients', facts: [immediate(published)], on: ['client'] },
  {
    what: 'the same, and KEV sets 1 July',
    facts: [immediate(published), listed(published, '2031-07-01')],
    on: ['client'],
  },
  { what: 'early, immediate since 20 June, for servers', facts: [early, immediate('2031-06-20')], on: ['server'] },
  {
    what: 'early, and listed in KEV on 20 June with a day before that, which counts as 20 June',
    facts: [early, immediate('2031-06-20'), listed('2031-06-20', '2031-06-20')],
    on: ['server'],
  },
  { what: 'early, extended to 31 July', facts: [early], until: '2031-07-31' },
  { what: 'not rated', facts: [{ of: 'urgency', level: 'unrated', since: published }] },
  {
    what: 'BOD 26-04: automatable and total, not in KEV, the internet reaches it',
    facts: [scored(wormable)],
    exposed: reached,
    policy: directive,
  },
  {
    what: 'the same, and the internet does not reach it',
    facts: [scored(wormable)],
    exposed: apart,
    policy: directive,
  },
  {
    what: 'the same, and nobody knows whether it does, counted as yes',
    facts: [scored(wormable)],
    exposed: unknown,
    policy: { ...directive, unknownExposure: 'yes' },
  },
  {
    what: 'BOD 26-04: total, by somebody who has signed in, not reached',
    facts: [scored(local)],
    exposed: apart,
    policy: directive,
  },
  {
    what: 'the same, listed in KEV on 20 June',
    facts: [scored(local), listed('2031-06-20', '2031-07-11')],
    exposed: apart,
    policy: directive,
  },
]

/** Each example as a row: what is known, the due day, since when its rule runs, and the rule. */
export function workedExamples(table: readonly BodRow[]): string[] {
  return examples.map(({ what, facts, on = ['server', 'client'], exposed = unknown, policy = {}, until }) => {
    const rules = { policy: { ...byTable, ...policy }, table, assessed: new Map(), dayOf: dayIn(byTable.zone) }
    const decided = ruleDays({ facts, environments: on, exposed }, rules)
    const first = decided.days[0]?.on ?? ''
    const extended = until === undefined ? null : { first, until, renewals: 0, knew: knownNow(decided), ended: null }
    const due = dueOf(decided, extended, published)
    if (due === null) throw new Error(`no day for: ${what}`)
    const { rule } = due
    const name = rule.by === 'kev' ? 'KEV' : rule.by === 'table' ? `${rule.urgency}, ${rule.environment}` : rule.outcome
    const moved = due.exception === undefined ? name : `${name}; first day ${due.exception.first}`
    return `| ${what} | ${due.on ?? 'none'} | ${due.first} | ${moved} |`
  })
}
