import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Triaged, TriageState } from '../../../src/contract/triage.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { triages } from '../../../src/contract/vocabulary.ts'
import { readContent } from '../../../src/server/content.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { engines, putAwayAfterEach } from '../../support/stores.ts'

const content = await readContent()
const kept = putAwayAfterEach()

const planned: TriageState = { ...defaultState, status: 'planned', assignee: 'Sato' }
const deferred: TriageState = {
  ...defaultState,
  status: 'deferred',
  reason: 'no such machines',
  reviewOn: '2026-12-01',
}

const state: fc.Arbitrary<TriageState> = fc
  .record({
    status: fc.constantFrom(...triages),
    assignee: fc.option(fc.constantFrom('Sato', 'Ito')),
    note: fc.string(),
  })
  .map((given) => ({
    ...given,
    reason: given.status === 'deferred' || given.status === 'not-applicable' ? 'a reason' : null,
    reviewOn: given.status === 'deferred' ? '2026-12-01' : null,
  }))

/** The states that the log of events adds up to. */
async function replayed(store: Store, ids: readonly string[]): Promise<Map<string, TriageState>> {
  const states = new Map<string, TriageState>()
  for (const id of ids) {
    for (const event of await store.events.of(id)) {
      if (event.topic !== 'triage') continue
      expect(event.detail.from).toEqual(states.get(id) ?? defaultState)
      states.set(id, event.detail.to)
    }
  }
  return states
}

const stateOf = ({ status, assignee, note, reason, reviewOn }: Triaged): TriageState => ({
  status,
  assignee,
  note,
  reason,
  reviewOn,
})

describe.each(engines(kept))('triage in $name', ({ make }) => {
  const at = new Date('2026-11-23T08:00:00Z')
  const filled = async () => {
    const store = await make(() => at)
    await store.seed(content)
    return store
  }

  it('is new for what nobody has touched, and nothing for what is not there', async () => {
    const store = await filled()
    expect(await store.triage.find('MS05-019')).toEqual({
      id: 'MS05-019',
      version: 0,
      at: null,
      by: null,
      ...defaultState,
    })
    expect(await store.triage.find('MS99-999')).toBeNull()
    expect([await store.triage.since(0), await store.triage.version()]).toEqual([[], 0])
  })

  it('keeps a state, who set it when, and what it was before', async () => {
    const store = await filled()
    const result = await store.triage.set([{ id: 'MS05-019', version: 0, ...deferred }], 'Ito')
    const version = await store.triage.version()
    const expected = { id: 'MS05-019', version, at: at.toISOString(), by: 'Ito', ...deferred }
    expect(result).toEqual({ outcome: 'saved', states: [expected] })
    expect(await store.triage.find('MS05-019')).toEqual(expected)
    expect((await store.events.of('MS05-019')).at(-1)).toEqual({
      id: version,
      at: at.toISOString(),
      who: 'Ito',
      topic: 'triage',
      what: 'set',
      bulletin: 'MS05-019',
      detail: { from: defaultState, to: deferred },
    })
  })

  it('tells only what has changed after a version', async () => {
    const store = await filled()
    await store.triage.set([{ id: 'MS05-001', version: 0, ...planned }], 'Ito')
    const version = await store.triage.version()
    await store.triage.set([{ id: 'MS05-002', version: 0, ...planned }], 'Ito')
    expect((await store.triage.since(version)).map(({ id }) => id)).toEqual(['MS05-002'])
  })

  it('refuses all of a change when one of its bulletins was changed meanwhile, and says what is there', async () => {
    const store = await filled()
    await store.triage.set([{ id: 'MS05-001', version: 0, ...planned }], 'Sato')
    const result = await store.triage.set(
      [
        { id: 'MS05-001', version: 0, ...deferred },
        { id: 'MS05-002', version: 0, ...deferred },
      ],
      'Ito',
    )
    expect(result).toMatchObject({ outcome: 'conflict', states: [{ id: 'MS05-001', by: 'Sato', ...planned }] })
    expect((await store.triage.since(0)).map(({ id }) => id)).toEqual(['MS05-001'])
  })

  it('refuses all of a change when one of its bulletins is not there', async () => {
    const store = await filled()
    const changes = ['MS05-001', 'MS99-999'].map((id) => ({ id, version: 0, ...planned }))
    expect(await store.triage.set(changes, 'Ito')).toEqual({ outcome: 'missing', ids: ['MS99-999'] })
    expect(await store.triage.since(0)).toEqual([])
  })

  it('leaves alone what is the same already', async () => {
    const store = await filled()
    await store.triage.set([{ id: 'MS05-001', version: 0, ...planned }], 'Sato')
    const version = await store.triage.version()
    await store.triage.set([{ id: 'MS05-001', version, ...planned }], 'Ito')
    expect(await store.triage.version()).toBe(version)
  })

  it('is what the events add up to, after any changes by anyone', async () => {
    const store = await filled()
    const ids = content.bulletins.slice(0, 5).map(({ id }) => id)
    const change = fc.record({ states: fc.array(fc.tuple(fc.constantFrom(...ids), state)), isBehind: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(change, async ({ states, isBehind }) => {
        const before = new Map((await store.triage.since(0)).map((known) => [known.id, known]))
        const changes = [...new Map(states)].map(([id, to]) => ({
          id,
          version: (before.get(id)?.version ?? 0) + (isBehind ? 1 : 0),
          ...to,
        }))
        const { outcome } = await store.triage.set(changes, 'Ito')
        expect(outcome).toBe(isBehind && changes.length > 0 ? 'conflict' : 'saved')
        const current = new Map((await store.triage.since(0)).map((known) => [known.id, stateOf(known)]))
        expect(await replayed(store, ids)).toEqual(current)
      }),
      { numRuns: 30 },
    )
  })

  it('loses nothing when many write at once: each is saved, or told that it was too late', async () => {
    const store = await filled()
    const writers = await Promise.all(
      Array.from({ length: 8 }, (_, writer) =>
        store.triage.set([{ id: 'MS05-001', version: 0, ...planned, note: String(writer) }], `writer ${writer}`),
      ),
    )
    expect(writers.map(({ outcome }) => outcome).toSorted()).toEqual([...Array<string>(7).fill('conflict'), 'saved'])
  })

  it('takes thousands at once', async () => {
    const store = await filled()
    const [first] = content.bulletins
    if (first === undefined) throw new Error('a bulletin is needed')
    const ids = Array.from({ length: 1500 }, (_, number) => `X-${number}`)
    await store.seed({ platforms: [], bulletins: ids.map((id) => ({ ...first, id })) })
    const result = await store.triage.set(
      ids.map((id) => ({ id, version: 0, ...planned })),
      'Ito',
    )
    expect(result.outcome).toBe('saved')
    expect(await store.triage.since(0)).toHaveLength(1500)
  })
})

describe.each(engines(kept))('the discussion in $name', ({ make }) => {
  const texts = async (store: Store) =>
    (await store.events.of('MS05-019')).flatMap((event) =>
      event.topic === 'discussion'
        ? [[event.who, event.what, event.what === 'said' ? event.detail.text : event.detail.of]]
        : [],
    )

  it('keeps what is said, and that something was taken back, but not what', async () => {
    const store = await make()
    await store.seed(content)
    expect(await store.events.addComment('MS05-019', 'Port 443 is **open**.', 'Ito')).toBeGreaterThan(0)
    expect(await store.events.addComment('MS99-999', 'Nobody reads this.', 'Ito')).toBeNull()
    const said = (await store.events.of('MS05-019')).at(-1)?.id ?? 0
    expect(await store.events.retractComment('MS05-019', said, 'Sato')).toBe('not-yours')
    expect(await texts(store)).toEqual([['Ito', 'said', 'Port 443 is **open**.']])
    expect(await store.events.retractComment('MS05-019', said, 'Ito')).toBe('done')
    expect(await store.events.retractComment('MS05-019', said, 'Ito')).toBe('missing')
    expect(await texts(store)).toEqual([
      ['Ito', 'said', null],
      ['Ito', 'taken-back', said],
    ])
  })
})

describe.each(engines(kept))('who listens to $name', ({ make }) => {
  it('is called when something has happened, until they stop', async () => {
    const store = await make()
    await store.seed(content)
    const before = await store.events.last()
    const told: number[] = []
    const stop = store.events.listen(() => told.push(1))
    await store.triage.set([{ id: 'MS05-019', version: 0, ...planned }], 'Ito')
    expect(told.length).toBeGreaterThan(0)
    expect(await store.events.after(before, 10)).toEqual([
      { id: await store.events.last(), topic: 'triage', bulletin: 'MS05-019' },
    ])
    stop()
    told.length = 0
    await store.triage.set([{ id: 'MS05-018', version: 0, ...planned }], 'Ito')
    expect(told).toEqual([])
  })
})
