import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Hold, HoldEvent } from '../../../src/contract/holds.ts'
import { addDays } from '../../../src/domain/due/days.ts'
import { holdsFrom } from '../../../src/domain/holds/fold.ts'
import { holdReaches, holdsOn, holdsOnAny, inForce, isInForce } from '../../../src/domain/holds/holds.ts'
import { isWithin } from '../../../src/domain/platforms/platforms.ts'

const hold: Hold = {
  id: 1,
  version: 1,
  bulletins: ['KB5060531'],
  platforms: ['windows-server-2019'],
  roles: ['domain-controller'],
  reason: 'The file server does not start',
  until: '2026-12-03',
  first: '2026-12-03',
  by: 'Sato',
  at: '2026-11-29T00:00:00.000Z',
  renewals: 0,
  renewed: null,
  ended: null,
}
const on = { bulletin: 'KB5060531', platform: 'windows-server-2019.core', roles: ['domain-controller'] }

const ids = ['KB1', 'KB2', 'KB3']
const platforms = ['windows-11', 'windows-11.24h2', 'windows-11.24h2.x64', 'windows-server-2019', 'windows-10.22h2']
const roles = ['domain-controller', 'kiosk', 'file-server']
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-11-20', days))
const scope = fc.record({
  bulletins: fc.option(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 })),
  platforms: fc.uniqueArray(fc.constantFrom(...platforms)),
  roles: fc.uniqueArray(fc.constantFrom(...roles)),
})
const subject = fc.record(
  {
    bulletin: fc.option(fc.constantFrom(...ids)),
    platform: fc.constantFrom(...platforms),
    roles: fc.uniqueArray(fc.constantFrom(...roles)),
  },
  { requiredKeys: ['bulletin', 'platform'] },
)
const anyHold: fc.Arbitrary<Hold> = fc
  .record({
    scope,
    id: fc.integer({ min: 1, max: 1000 }),
    until: day,
    ended: fc.option(fc.constant({ by: 'Ito', at: '2026-11-30T00:00:00.000Z', why: 'mended' })),
  })
  .map(({ scope: parts, ...rest }) => ({ ...hold, ...rest, ...parts }))

describe('a hold', () => {
  it('is in force through its last day, and ends by itself after it', () => {
    expect(isInForce(hold, '2026-12-03')).toBe(true)
    expect(isInForce(hold, '2026-12-04')).toBe(false)
  })

  it('is in force no more once a person has ended it', () => {
    const ended = { by: 'Ito', at: '2026-11-30T00:00:00.000Z', why: 'The vendor has mended it' }
    expect(isInForce({ ...hold, ended }, '2026-11-30')).toBe(false)
  })

  it.each([
    { what: 'its fix on its platform and role', asked: on, answer: 'yes' },
    { what: 'another fix', asked: { ...on, bulletin: 'KB5060842' }, answer: 'no' },
    { what: 'any fix at all', asked: { ...on, bulletin: null }, answer: 'yes' },
    { what: 'another platform', asked: { ...on, platform: 'windows-11.24h2' }, answer: 'no' },
    { what: 'a platform whose name begins alike', asked: { ...on, platform: 'windows-server-2019b' }, answer: 'no' },
    { what: 'another role', asked: { ...on, roles: ['kiosk'] }, answer: 'no' },
    { what: 'machines that have no role', asked: { ...on, roles: [] }, answer: 'no' },
    {
      what: 'machines whose roles nobody has said',
      asked: { bulletin: on.bulletin, platform: on.platform },
      answer: 'maybe',
    },
  ])('on $what: $answer', ({ asked, answer }) => {
    expect(holdReaches(hold, asked)).toBe(answer)
  })

  it('on a variant may be on machines of which only the version is known', () => {
    const variant = { ...hold, platforms: ['windows-11.24h2.arm64'], roles: [] }
    expect(holdReaches(variant, { bulletin: on.bulletin, platform: 'windows-11.24h2' })).toBe('maybe')
  })

  it('without fixes, platforms and roles is on everything', () => {
    const whole = { bulletins: null, platforms: [], roles: [] }
    fc.assert(
      fc.property(subject, (asked) => {
        expect(holdReaches(whole, asked)).toBe('yes')
      }),
    )
  })

  it('that is wider is on whatever the narrower one is on', () => {
    fc.assert(
      fc.property(scope, subject, (narrow, asked) => {
        const wider = [
          { ...narrow, bulletins: null },
          { ...narrow, platforms: [] },
          { ...narrow, roles: [] },
        ]
        const answer = holdReaches(narrow, asked)
        const rank = { no: 0, maybe: 1, yes: 2 }
        for (const wide of wider) expect(rank[holdReaches(wide, asked)]).toBeGreaterThanOrEqual(rank[answer])
      }),
    )
  })

  it('on a platform is on everything below it', () => {
    fc.assert(
      fc.property(subject, fc.constantFrom(...platforms), (asked, held) => {
        const scoped = { bulletins: null, platforms: [held], roles: [] }
        expect(holdReaches(scoped, asked) === 'yes').toBe(isWithin(asked.platform, held))
      }),
    )
  })
})

describe('the holds on machines', () => {
  it('are those in force that reach them, the one that ends first at the start', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyHold, { selector: ({ id }) => id }), subject, day, (holds, asked, today) => {
        const found = holdsOn(holds, asked, today)
        const expected = holds.filter((each) => isInForce(each, today) && holdReaches(each, asked) !== 'no')
        expect(new Set(found.map((held) => held.hold))).toEqual(new Set(expected))
        const days = found.map((held) => held.hold.until)
        expect(days).toEqual(days.toSorted())
      }),
    )
  })

  it('of several fixes and lines are each there once, and certain where any of them is', () => {
    const lines = [
      { platform: 'windows-11.24h2', roles: ['kiosk'] },
      { platform: 'windows-server-2019' },
      { platform: 'windows-server-2019.core', roles: ['domain-controller'] },
    ]
    const machines = { bulletins: ['KB5060842', 'KB5060531'], machines: lines }
    expect(holdsOnAny([hold], machines, '2026-12-01')).toEqual([{ hold, isCertain: true }])
    expect(holdsOnAny([hold], { ...machines, machines: lines.slice(0, 2) }, '2026-12-01')).toEqual([
      { hold, isCertain: false },
    ])
    expect(holdsOnAny([hold], { ...machines, machines: lines.slice(0, 1) }, '2026-12-01')).toEqual([])
  })

  it('never grow with the days', () => {
    fc.assert(
      fc.property(fc.array(anyHold), day, day, (holds, a, b) => {
        const [earlier, later] = [a, b].toSorted()
        const before = new Set(inForce(holds, earlier ?? a))
        expect(inForce(holds, later ?? b).every((each) => before.has(each))).toBe(true)
      }),
    )
  })
})

/** What people do to holds, as events. */
const said = fc.record({
  of: fc.nat(20),
  what: fc.constantFrom<HoldEvent['what']>('set', 'renewed', 'ended'),
  until: day,
  who: fc.constantFrom('Sato', 'Ito'),
})

/** A log as the server writes it: nothing is said of what is not there, or was ended. */
function logOf(steps: readonly { of: number; what: HoldEvent['what']; until: string; who: string }[]): HoldEvent[] {
  const events: HoldEvent[] = []
  for (const { of, what, until, who } of steps) {
    const open = holdsFrom(events).filter(({ ended }) => ended === null)
    const before = open[of % Math.max(open.length, 1)]
    if (what !== 'set' && before === undefined) continue
    const isNew = what === 'set' || before === undefined
    events.push({
      id: events.length + 1,
      at: `2026-11-29T00:00:00.${String(events.length).padStart(3, '0')}Z`,
      who,
      what,
      detail: {
        bulletins: ['KB1'],
        platforms: [],
        roles: [],
        reason: `said ${events.length}`,
        hold: isNew ? null : before.id,
        from: isNew ? null : before.until,
        until: what === 'ended' && !isNew ? before.until : until,
        renewals: isNew ? 0 : before.renewals + Number(what === 'renewed'),
      },
    })
  }
  return events
}

describe('what the events of holds add up to', () => {
  it('keeps who set a hold and when, counts its renewals, and tells who ended it', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 30 }), (steps) => {
        const events = logOf(steps)
        for (const each of holdsFrom(events)) {
          const own = events.filter(({ id, detail }) => (detail.hold ?? id) === each.id)
          const renewals = own.filter(({ what }) => what === 'renewed')
          const ending = own.find(({ what }) => what === 'ended')
          expect(each).toMatchObject({
            by: own[0]?.who,
            at: own[0]?.at,
            first: own[0]?.detail.until,
            version: own.at(-1)?.id,
            renewals: renewals.length,
            until: (renewals.at(-1) ?? own[0])?.detail.until,
          })
          expect(each.renewed?.at).toBe(renewals.at(-1)?.at)
          expect(each.ended?.why).toBe(ending?.detail.reason)
        }
      }),
    )
  })

  it('has a hold for each that was set, oldest first', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 20 }), (steps) => {
        const events = logOf(steps)
        const sets = events.filter(({ what }) => what === 'set')
        expect(holdsFrom(events).map(({ id }) => id)).toEqual(sets.map(({ id }) => id))
      }),
    )
  })
})
