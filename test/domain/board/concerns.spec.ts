import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concernReasons } from '../../../src/contract/board.ts'
import { concernsOf, type ConcernFacts } from '../../../src/domain/board/concerns.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 14) + minute * 60_000).toISOString()
const title = { en: 'A fix' }
const nothing: ConcernFacts = {
  me: 'Ito',
  read: null,
  addressed: [],
  watched: [],
  due: [],
  gates: [],
  channels: [],
  password: null,
  assigned: new Set(),
  upTo: { event: 99, at: at(99) },
}
const told = (event: number, more: object = {}) => ({
  event,
  at: at(event),
  who: 'Sato',
  bulletin: 'MS05-019',
  title,
  text: '',
  ...more,
})
const mention = (event: number, more: object = {}) => ({ ...told(event, more), why: 'mentioned' as const })
const change = (event: number, more: object = {}) => ({ kinds: ['exploit-up' as const], ...told(event, more) })

describe('what concerns a person', () => {
  it('is an event once, by its strongest reason', () => {
    const addressed = [mention(5), { ...told(5), why: 'replied' as const }]
    const { items, unread } = concernsOf({ ...nothing, addressed, watched: [change(5)] })
    expect(items).toMatchObject([{ why: 'mentioned', event: 5, isNew: true }])
    expect(unread).toBe(1)
  })

  it('is not what they do themselves', () =>
    expect(
      concernsOf({ ...nothing, addressed: [mention(5, { who: 'Ito' })], watched: [change(6, { who: 'Ito' })] }).items,
    ).toEqual([]))

  it('is not what was given to another person since', () => {
    const assigned = { ...told(5), why: 'assigned' as const }
    expect(concernsOf({ ...nothing, addressed: [assigned] }).items).toEqual([])
    const { items } = concernsOf({ ...nothing, addressed: [assigned], assigned: new Set(['MS05-019']) })
    expect(items).toMatchObject([{ why: 'assigned' }])
  })

  it('joins what has happened to one watched bulletin, what was read apart from what was not', () => {
    const watched = [change(1), change(2), change(5, { who: 'kev' }), { ...change(6), kinds: ['commented' as const] }]
    const { items } = concernsOf({ ...nothing, read: { event: 4, at: at(4) }, watched })
    expect(items).toMatchObject([
      { why: 'watched', event: 6, count: 2, kinds: ['commented', 'exploit-up'], who: '', isNew: true },
      { why: 'watched', event: 2, count: 2, kinds: ['exploit-up'], who: 'Sato', isNew: false },
    ])
  })

  it('is unread where it began after the moment up to which was read', () => {
    const due = [{ bulletin: 'MS05-019', title, on: '2026-01-14', at: at(10), isOverdue: true }]
    const isNew = (read: string) => concernsOf({ ...nothing, read: { event: 0, at: read }, due }).items[0]?.isNew
    expect([isNew(at(9)), isNew(at(10))]).toEqual([true, false])
  })

  const event = fc.record({
    event: fc.integer({ min: 1, max: 30 }),
    who: fc.constantFrom('Ito', 'Sato'),
    bulletin: fc.constantFrom('A', 'B'),
  })
  const facts = fc
    .record({
      addressed: fc.array(
        fc.record({ of: event, why: fc.constantFrom('assigned' as const, 'mentioned', 'replied', 'triaged') }),
      ),
      watched: fc.array(event),
      due: fc.uniqueArray(
        fc.record({ bulletin: fc.constantFrom('A', 'B', 'C'), minute: fc.nat(30), isOverdue: fc.boolean() }),
        { selector: ({ bulletin }) => bulletin },
      ),
      gates: fc.uniqueArray(fc.nat(5)),
      assigned: fc.subarray(['A', 'B']),
      read: fc.option(fc.nat(30)),
    })
    .map(({ addressed, watched, due, gates, assigned, read }): ConcernFacts => ({
      ...nothing,
      addressed: addressed.map(({ of, why }) => ({ ...told(of.event, of), why })),
      watched: watched.map((of) => change(of.event, of)),
      due: due.map(({ minute, ...day }) => ({ ...day, title, on: '2026-01-14', at: at(minute) })),
      gates: gates.map((plan) => ({ plan, title, wave: 'pilot', at: at(plan) })),
      assigned: new Set(assigned),
      read: read === null ? null : { event: read, at: at(read) },
    }))

  it('is each thing once, the newest first, and never their own doing', () =>
    fc.assert(
      fc.property(facts, (given) => {
        const { items, unread } = concernsOf(given)
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
        const moments = items.map((item) => item.at)
        expect(moments).toEqual(moments.toSorted().toReversed())
        expect(items.every(({ who }) => who !== 'Ito')).toBe(true)
        expect(items.every(({ why }) => concernReasons.includes(why))).toBe(true)
        expect(unread).toBe(items.filter(({ isNew }) => isNew).length)
        const direct = items.filter(({ event, why }) => event !== null && why !== 'watched').map((item) => item.event)
        expect(new Set(direct).size).toBe(direct.length)
      }),
    ))

  it('is all read by who has read up to its end', () =>
    fc.assert(
      fc.property(facts, (given) => {
        const { upTo } = concernsOf(given)
        expect(concernsOf({ ...given, read: upTo }).unread).toBe(0)
      }),
    ))

  it('does not become unread again by reading further', () =>
    fc.assert(
      fc.property(facts, fc.nat(30), fc.nat(30), (given, a, b) => {
        const unreadAt = (event: number) => concernsOf({ ...given, watched: [], read: { event, at: at(event) } }).unread
        expect(unreadAt(Math.max(a, b))).toBeLessThanOrEqual(unreadAt(Math.min(a, b)))
      }),
    ))
})
