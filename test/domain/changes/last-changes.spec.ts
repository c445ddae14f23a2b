import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeKinds } from '../../../src/contract/changes.ts'
import {
  changeAfter,
  newestChange,
  readLastChanges,
  type LastByBulletin,
} from '../../../src/domain/changes/last-changes.ts'
import { changedTogether, withLater } from '../../../src/domain/changes/together.ts'

const at = (event: number) => new Date(event * 1000).toISOString()
/** Events of a few bulletins, in the order in which they happened. */
const happened = fc.array(
  fc.record({ bulletin: fc.constantFrom('KB1', 'KB2', 'KB3'), kind: fc.constantFrom(...changeKinds) }),
)
function lastOf(events: readonly { bulletin: string; kind: (typeof changeKinds)[number] }[]): LastByBulletin {
  const last = new Map<string, ReturnType<typeof withLater>>()
  for (const [place, { bulletin, kind }] of events.entries()) {
    const change = { kind, event: place + 1, at: at(place + 1) }
    last.set(bulletin, withLater(last.get(bulletin) ?? [], [change]))
  }
  return last
}

it('what is sent of the last changes is what was there after the event', () => {
  fc.assert(
    fc.property(happened, fc.nat(10), (events, since) => {
      const last = lastOf(events)
      const sent = readLastChanges({ changes: changedTogether(last, since) })
      const expected = [...last].map(([id, changes]) => [id, changes.filter(({ event }) => event > since)] as const)
      expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(expected.filter(([, changes]) => changes.length > 0)))
    }),
  )
})

it('a mark tells of the kind that calls for the most attention since an event, and an order goes by the newest', () => {
  const last = lastOf([
    { bulletin: 'KB1', kind: 'new' },
    { bulletin: 'KB1', kind: 'exploit-up' },
    { bulletin: 'KB1', kind: 'text' },
  ]).get('KB1')
  expect(changeAfter(last ?? [], 1)?.kind).toBe('exploit-up')
  expect(changeAfter(last ?? [], 2)?.kind).toBe('text')
  expect(changeAfter(last ?? [], 3)).toBeNull()
  expect(newestChange(last ?? [])?.kind).toBe('text')
})
