import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BulletinEvent } from '../../../src/contract/events.ts'
import { replyTo, threadsOf } from '../../../src/domain/board/threads.ts'

const of = { at: '2026-01-14T00:00:00.000Z', who: 'Sato', bulletin: 'MS05-019' }
const said = (id: number, replyTo?: number): BulletinEvent => ({
  ...of,
  id,
  topic: 'discussion',
  what: 'said',
  detail: { text: String(id), ...(replyTo !== undefined && { replyTo }) },
})
const decided = (id: number): BulletinEvent => ({
  ...of,
  id,
  topic: 'decision',
  what: 'go',
  detail: { note: '', basis: null },
})

const idsOf = (events: readonly BulletinEvent[]) =>
  threadsOf(events).map(({ event, replies }) => [event.id, ...replies.map(({ id }) => id)])

describe('the discussion of a bulletin', () => {
  it('has answers below what they answer, those of answers too, and the rest in its place', () =>
    expect(idsOf([said(1), decided(2), said(3), said(4, 1), said(5, 4), said(6, 3)])).toEqual([[1, 4, 5], [2], [3, 6]]))

  it('leaves out no answer to what is not there, or is no text', () =>
    expect(idsOf([decided(1), said(2, 1), said(3, 99), said(4, 5), said(5)])).toEqual([[1], [2], [3], [4], [5]]))

  it('tells everything once, in order of time within its thread, and each answer after what it answers', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ isSaid: fc.boolean(), to: fc.option(fc.nat(20)) }), { maxLength: 20 }),
        (given) => {
          const events = given.map(({ isSaid, to }, at) => (isSaid ? said(at + 1, to ?? undefined) : decided(at + 1)))
          const threads = threadsOf(events)
          const told = threads.flatMap(({ event, replies }) => [event, ...replies])
          expect(told.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(events.map(({ id }) => id))
          for (const { event, replies } of threads) {
            const ids = [event.id, ...replies.map(({ id }) => id)]
            expect(ids).toEqual(ids.toSorted((a, b) => a - b))
            for (const reply of replies) expect(ids.slice(0, ids.indexOf(reply.id))).toContain(replyTo(reply))
          }
        },
      ),
    ))
})
