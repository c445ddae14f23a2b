import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeKinds } from '../../../src/contract/notices.ts'
import { inListOrder, type ShownState } from '../../../src/web/notices/arrival.ts'
import { kindGroups, kindNames, kindsOf, withGroup, withKind } from '../../../src/web/notices/kinds.ts'

const kinds = fc.subarray([...noticeKinds])
const group = fc.constantFrom(...kindGroups)
const states: ShownState[] = ['arriving', 'failing', 'quiet', 'waiting', 'paused', 'ended']

describe('the groups of kinds', () => {
  it('have each kind once', () => {
    expect(kindGroups.flatMap(kindsOf).toSorted()).toEqual([...noticeKinds].toSorted())
  })

  it('are chosen and left as a whole, and nothing else with them', () => {
    fc.assert(
      fc.property(kinds, group, fc.boolean(), (chosen, one, is) => {
        const after = withGroup(chosen, one, is)
        expect(after.filter((kind) => kindsOf(one).includes(kind))).toEqual(is ? kindsOf(one) : [])
        const others = (some: readonly string[]) => some.filter((kind) => !kindsOf(one).some((own) => own === kind))
        expect(others(after)).toEqual(others(chosen))
      }),
    )
  })

  it('are named where all of them are chosen; the rest by kind', () => {
    const words = {
      all: 'all',
      group: Object.fromEntries(kindGroups.map((name) => [name, `group ${name}`])),
      kind: Object.fromEntries(noticeKinds.map((name) => [name, name])),
    } as Parameters<typeof kindNames>[1]
    expect(kindNames(noticeKinds, words)).toEqual(['all'])
    expect(kindNames(withKind(kindsOf('due'), 'new', true), words)).toEqual(['new', 'group due'])
  })
})

describe('the order of the list', () => {
  it('has the asked one first, then what does not arrive, and what is paused behind all that is sent', () => {
    const rows = fc.uniqueArray(fc.record({ id: fc.nat(50), shown: fc.constantFrom(...states) }), {
      selector: ({ id }) => id,
    })
    fc.assert(
      fc.property(rows, fc.nat(50), (some, first) => {
        const order = inListOrder(some, first)
        expect(order.toSorted((a, b) => a.id - b.id)).toEqual(some.toSorted((a, b) => a.id - b.id))
        if (some.some(({ id }) => id === first)) expect(order[0]?.id).toBe(first)
        const shown = order.filter(({ id }) => id !== first).map((row) => row.shown)
        const isStopped = (state: ShownState) => state === 'paused' || state === 'ended'
        expect(shown.findLastIndex((state) => state === 'failing')).toBeLessThan(
          [...shown, 'quiet' as const].findIndex((state) => state !== 'failing'),
        )
        const firstStopped = shown.findIndex(isStopped)
        expect(firstStopped < 0 || shown.slice(firstStopped).every(isStopped)).toBe(true)
      }),
    )
  })
})
