import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftKey, sequenceAt } from '../../../src/domain/calendar/draft.ts'
import { planEntries } from '../../../src/domain/calendar/plan.ts'
import { planKey } from '../../../src/domain/calendar/sessions.ts'
import { scheduleOf } from '../../../src/domain/plans/schedule.ts'
import { inputsIn } from '../../../src/domain/rollout/inputs.ts'

const gate = { donePercent: 95, failurePercent: 3, soakHours: 0, noNewIssues: true }
const facts = {
  bulletins: [
    {
      id: 'MS05-019',
      rollout: [],
      platforms: [{ platform: 'windows-2000.sp4', rating: 1 as const }],
      restart: 'required' as const,
    },
  ],
  holidays: [],
}

type Choice = { zone?: string; startsOn?: string; windows?: string; machines?: number; id?: number; at?: string }

/** A plan for some machines in two waves. */
function planOf({ id = 5, at = '2031-06-09T01:00:00.000Z', machines = 400, ...more }: Choice = {}) {
  const { zone = 'Asia/Tokyo', startsOn = '2031-06-10', windows = '' } = more
  const signed = { by: 'Sato', at }
  return {
    id,
    name: 'June',
    state: 'approved' as const,
    owner: 'Sato',
    ticket: null,
    bulletins: ['MS05-019'],
    inputs: `1;b:MS05-019;m:windows-2000.sp4:${machines};c:1;k:0;z:${zone};s:${startsOn}${windows}`,
    created: signed,
    changed: signed,
    waves: ['pilot', 'rest'].map((key, place) => ({
      key,
      name: '',
      machines: [{ platform: 'windows-2000.sp4', count: place === 0 ? 40 : machines - 40 }],
      waitsFor: place === 0 ? [] : ['pilot'],
      gate,
    })),
  }
}

type TestPlan = ReturnType<typeof planOf>

const entriesOf = (plan: TestPlan) => planEntries(plan, scheduleOf(plan, facts))
const sessionsIn = (plan: TestPlan) => entriesOf(plan).flatMap((fact) => (fact.kind === 'session' ? [fact] : []))
const uids = (plan: TestPlan) => entriesOf(plan).map(({ uid }) => uid)
const starts = (plan: TestPlan) => sessionsIn(plan).map(({ uid, from }) => `${uid} ${from}`)

describe('the entries of a kept plan', () => {
  it('are its sessions by wave and place, and the windows that they are in', () => {
    const entries = entriesOf(planOf())
    expect(entries.map(({ kind, uid }) => [kind, uid])).toEqual([
      ['session', 'plan-5-20310609010000000.pilot.1@hotfix-report'],
      ['session', 'plan-5-20310609010000000.rest.1@hotfix-report'],
      ['window', 'plan-5-20310609010000000.window.2031-06-10.1@hotfix-report'],
    ])
  })

  it('keep their ids on another first day, in another window and another zone', () => {
    const before = planOf()
    for (const change of [{ startsOn: '2031-06-17' }, { windows: ';w:24@23:00-05:00' }, { zone: 'Europe/Berlin' }]) {
      const after = planOf(change)
      expect(sessionsIn(after).map(({ uid }) => uid)).toEqual(sessionsIn(before).map(({ uid }) => uid))
      expect(starts(after)).not.toEqual(starts(before))
    }
  })

  it('are never those of another plan, of the same bulletin, day and zone though it is, or of another server', () => {
    const ours = planOf()
    for (const other of [planOf({ id: 6 }), planOf({ at: '2031-06-09T01:00:00.001Z' })])
      expect(new Set(uids(ours)).intersection(new Set(uids(other))).size).toBe(0)
  })

  it('are at the same time on the clock before and after summer time begins', () => {
    const inBerlin = (startsOn: string) =>
      sessionsIn(planOf({ zone: 'Europe/Berlin', startsOn }))
        .map(({ from }) => from)
        .at(0)
    // Summer time begins on Sunday 30 March 2031: 22:00 is 21:00 UTC before, and 20:00 UTC after.
    expect([inBerlin('2031-03-27'), inBerlin('2031-03-31')]).toEqual([
      '2031-03-27T21:00:00.000Z',
      '2031-04-01T20:00:00.000Z',
    ])
  })

  it('end where the plan was finished', () => {
    const plan = planOf({ machines: 20_000 })
    const all = entriesOf(plan)
    const over = '2031-06-13T00:00:00.000Z'
    const finished = { ...plan, state: 'finished' as const, changed: { by: 'Ito', at: over } }
    const left = planEntries(finished, scheduleOf(finished, facts))
    expect(left.length).toBeLessThan(all.length)
    expect(left.every((fact) => fact.kind !== 'due' && fact.from <= over)).toBe(true)
  })

  it('have an id each, however the plan is', () => {
    const choices = fc.record({
      machines: fc.integer({ min: 41, max: 60_000 }),
      startsOn: fc.constantFrom('2031-03-28', '2031-06-10', '2031-10-25'),
      zone: fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
      windows: fc.constantFrom('', ';w:1234567@22:00-05:00', ';w:7@02:00-03:30'),
    })
    fc.assert(
      fc.property(choices, (choice) => {
        const all = uids(planOf(choice))
        expect(new Set(all).size).toBe(all.length)
        expect(all).toEqual(uids(planOf(choice)))
      }),
      { numRuns: 30 },
    )
  })

  it('begin with a key of the plan that says when it was kept', () => {
    expect(planKey(planOf())).toBe('plan-5-20310609010000000')
  })
})

describe('a draft', () => {
  const keyOf = (choice: Choice) => draftKey(inputsIn(planOf(choice).inputs))

  it('has the same entries on another day and in other windows, and others for other machines', () => {
    expect(keyOf({ startsOn: '2031-06-17', windows: ';w:24@23:00-05:00' })).toBe(keyOf({}))
    expect(new Set([keyOf({}), keyOf({ machines: 300 }), keyOf({ zone: 'UTC' })]).size).toBe(3)
  })

  it('counts as later the later it is saved', () => {
    const moments = fc.tuple(fc.integer({ min: 0, max: 2e9 }), fc.integer({ min: 1, max: 1e6 }))
    fc.assert(
      fc.property(moments, ([seconds, more]) => {
        const at = Date.UTC(2025, 0, 1) + seconds * 1000
        expect(sequenceAt(at + more * 1000)).toBeGreaterThan(sequenceAt(at))
        expect(sequenceAt(at)).toBeLessThanOrEqual(2 ** 31 - 1)
      }),
    )
  })
})
