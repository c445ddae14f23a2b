import { describe, expect, it } from 'vitest'
import type { TestRecord } from '../../../src/contract/lab.ts'
import { readContent } from '../../../src/server/content.ts'
import { IdempotencyKeyReused } from '../../../src/server/store/idempotency-key-reused.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { decided } from '../../support/decision.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const content = await readContent()
const kept = putAwayAfterEach()
const id = 'MS05-019'
const key = 'a-key-of-the-sender'
const issue = content.bulletins.find((bulletin) => bulletin.id === id)?.knownIssues[0]?.id ?? ''

const seen: TestRecord = {
  edition: 'Windows 2000 Server SP4',
  platform: 'windows-2000.sp4',
  outcome: 'passed',
  on: '2026-11-23',
  minutes: 12.5,
  restarted: true,
  uninstalled: null,
  note: '',
  knownIssue: null,
  corrects: null,
}
const run = { machines: 50, consoles: 1, minutes: 20, on: '2026-11-23' }

const hold = { bulletins: [id], platforms: [], roles: [], reason: 'It hangs', until: '2099-01-01' }

type Act = (store: Store, who: string, key?: string) => Promise<unknown>

/** `again`: how often it is there when five have sent it, not under one key; once where it can only be said once. */
const acts: { what: string; act: Act; other: Act; again?: number }[] = [
  {
    what: 'a text',
    act: ({ events }, who, under) => events.addComment(id, 'Hello', who, under),
    other: ({ events }, who, under) => events.addComment(id, 'Good evening', who, under),
  },
  {
    what: 'a result of the lab',
    act: ({ lab }, who, under) => lab.record(id, seen, who, under),
    other: ({ lab }, who, under) => lab.record(id, { ...seen, outcome: 'failed' }, who, under),
  },
  {
    what: 'a decision',
    act: ({ lab }, who, under) => lab.decide(id, decided('go', ''), who, under),
    other: ({ lab }, who, under) => lab.decide(id, decided('no-go', ''), who, under),
  },
  {
    what: 'what is said of a known issue',
    act: ({ lab }, who, under) => lab.setIssueState(id, issue, { state: 'resolved', why: 'gone' }, who, under),
    again: 1,
    other: ({ lab }, who, under) => lab.setIssueState(id, issue, { state: 'reopened', why: 'back' }, who, under),
  },
  {
    what: 'a report of machines',
    act: ({ fleet }, who, under) => fleet.report(id, [{ name: 'PC-1', isApplied: true }], who, under),
    other: ({ fleet }, who, under) => fleet.report(id, [{ name: 'PC-1', isApplied: false }], who, under),
  },
  {
    what: 'a measured rollout',
    act: ({ fleet }, who, under) => fleet.record(id, run, who, under),
    other: ({ fleet }, who, under) => fleet.record(id, { ...run, minutes: 21 }, who, under),
  },
  {
    what: 'a hold',
    act: ({ holds }, who, under) => holds.set(hold, who, under),
    other: ({ holds }, who, under) => holds.set({ ...hold, until: '2099-01-02' }, who, under),
  },
]

describe.each(engines(kept))('in $name', ({ make }) => {
  const desk = async () => {
    const store = await make()
    await store.seed(content)
    return { store, count: async () => (await store.events.of(id)).length - 1 }
  }

  describe.each(acts)('$what', ({ act, other, again = 5 }) => {
    it('that is sent again under its key is there once, and answered as before', async () => {
      const { store, count } = await desk()
      const first = await act(store, 'Ito', key)
      expect(await act(store, 'Ito', key)).toEqual(first)
      expect(await count()).toBe(1)
    })

    it('is another’s where another sends it, and a new one without a key or under a new one', async () => {
      const { store, count } = await desk()
      await act(store, 'Ito', key)
      await act(store, 'Sato', key)
      await act(store, 'Ito', 'another-key')
      await act(store, 'Ito')
      await act(store, 'Ito')
      expect(await count()).toBe(again)
    })

    it('is refused where its key has stood for something else', async () => {
      const { store, count } = await desk()
      await act(store, 'Ito', key)
      await expect(other(store, 'Ito', key)).rejects.toThrow(IdempotencyKeyReused)
      expect(await count()).toBe(1)
    })
  })

  it('a correction that is sent again is no second correction', async () => {
    const { store } = await desk()
    const first = await store.lab.record(id, seen, 'Ito')
    if (first.outcome !== 'recorded') throw new Error('it must be recorded')
    const again: TestRecord = { ...seen, outcome: 'failed', corrects: first.result.id }
    const sent = await store.lab.record(id, again, 'Ito', key)
    expect(sent.outcome).toBe('recorded')
    expect(await store.lab.record(id, again, 'Ito', key)).toEqual(sent)
  })

  it('a rollout that was taken back stays away', async () => {
    const { store } = await desk()
    await store.fleet.record(id, run, 'Ito', key)
    const [measured] = await store.fleet.rollouts()
    await store.fleet.withdraw(measured?.id ?? 0, 'Ito')
    await store.fleet.record(id, run, 'Ito', key)
    expect(await store.fleet.rollouts()).toEqual([])
  })
})
