import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Changes, maxNamed } from '../../src/contract/events.ts'
import { everything, topics } from '../../src/contract/topics.ts'
import { defaultState } from '../../src/domain/triage/triage.ts'
import { buildApp } from '../../src/server/app.ts'
import { changesOf } from '../../src/server/live/changes.ts'
import type { EventStore } from '../../src/server/store/events.ts'
import { contentStore } from '../support/content-store.ts'
import { addAccounts, behindDoor, sessionOf } from '../support/authorized.ts'
import { messagesOf, type Message } from '../support/event-stream.ts'

async function desk() {
  const store = await contentStore()
  const stopping = new AbortController()
  const app = buildApp({ store, stopping: stopping.signal })
  const open = async (query = '') => {
    const messages = messagesOf(await app.request(`/api/events${query}`))
    return async () => {
      const message: IteratorResult<Message, undefined> = await messages.next()
      return message.value ?? null
    }
  }
  const plan = (id: string) => store.triage.set([{ id, version: 0, ...defaultState, status: 'planned' }], 'Ito')
  return { store, stopping, open, plan }
}

describe('a page that is open', () => {
  it('is told what happens from now on, and nothing that was before', async () => {
    const { store, open, plan } = await desk()
    const next = await open()
    expect(await next()).toEqual({ event: 'alive', data: 23 })
    await plan('MS05-019')
    const told = await next()
    expect(told?.event).toBe('changes')
    expect(Changes.parse(told?.data)).toEqual({ last: await store.events.last(), topics: { triage: ['MS05-019'] } })
  })

  it('is told first what it has missed, where it says what it knows', async () => {
    const { store, open, plan } = await desk()
    const known = await store.events.last()
    await plan('MS05-019')
    await store.events.addComment('MS05-018', 'Hello', 'Ito')
    const next = await open(`?since=${known}`)
    await next()
    expect((await next())?.data).toEqual({
      last: known + 2,
      topics: { triage: ['MS05-019'], discussion: ['MS05-018'] },
    })
  })

  it('is told that anything may have changed where it knows of more than there is, as after a restore', async () => {
    const { store, open, plan } = await desk()
    const next = await open('?since=999999')
    await next()
    expect((await next())?.data).toEqual(everything(await store.events.last()))
    await plan('MS05-019')
    expect((await next())?.data).toMatchObject({ topics: { triage: ['MS05-019'] } })
  })

  it.each([
    { where: 'where nobody may', anonymous: null },
    { where: 'where anybody may', anonymous: 'viewer' as const },
  ])('ends for whose session ends, so that their page asks who it is for: look $where', async ({ anonymous }) => {
    const { store, app } = await behindDoor({ signIn: 'accounts', anonymous })
    await addAccounts(store, ['analyst'])
    const messages = messagesOf(await app.request('/api/events', { headers: await sessionOf(store, 'analyst') }))
    expect(await messages.next()).toMatchObject({ value: { event: 'alive' } })
    await store.events.addComment('MS05-019', 'Hello', 'analyst')
    expect(await messages.next()).toMatchObject({ value: { event: 'changes' } })
    await store.access.set('analyst', { role: 'analyst' }, 'admin')
    await store.events.addComment('MS05-019', 'Hello again', 'Ito')
    const rest: unknown[] = []
    for await (const message of messages) rest.push(message)
    expect(rest.length, 'what was on its way').toBeLessThanOrEqual(1)
  })

  it('is let go when the server stops', async () => {
    const { open, stopping } = await desk()
    const next = await open()
    await next()
    stopping.abort()
    expect(await next()).toBeNull()
  })
})

describe('a stream', () => {
  /** The store of the content, whose listeners are counted, and which fails where it is told to. */
  async function watched({ fails = false } = {}) {
    const store = await contentStore()
    const count = { listeners: 0 }
    const events: EventStore = {
      ...store.events,
      listen(told) {
        count.listeners++
        const unlisten = store.events.listen(told)
        return () => {
          count.listeners--
          unlisten()
        }
      },
      after: (id, atMost) =>
        fails ? Promise.reject(new Error('no route to db.corp')) : store.events.after(id, atMost),
    }
    const reported: unknown[] = []
    const app = buildApp({ store: { ...store, events }, report: (error) => void reported.push(error) })
    return { app, count, reported }
  }

  it('is not begun for who asks only whether there is one', async () => {
    const { app, count } = await watched()
    const response = await app.request('/api/events', { method: 'HEAD' })
    expect([response.status, await response.text(), count.listeners]).toEqual([200, '', 0])
  })

  it('that fails ends, and tells the operator why and nobody else', async () => {
    const { app, count, reported } = await watched({ fails: true })
    const text = await (await app.request('/api/events')).text()
    expect(text).toMatch(/^event: alive\ndata: 23\n\n$/)
    expect(reported).toEqual([new Error('no route to db.corp')])
    expect(count.listeners).toBe(0)
  })
})

describe('what events tell a page', () => {
  const notice = fc.record({
    id: fc.nat(),
    topic: fc.constantFrom(...topics),
    bulletin: fc.option(
      fc.integer({ min: 1, max: 200 }).map((number) => `A-${number}`),
      { freq: 200 },
    ),
  })

  it('names each bulletin of each topic once, or says that they are too many or that it is about none', () => {
    fc.assert(
      fc.property(fc.array(notice, { maxLength: 400 }), (notices) => {
        const changes = Changes.parse(changesOf(notices, 7))
        for (const topic of topics) {
          const named = new Set(notices.filter((each) => each.topic === topic).map(({ bulletin }) => bulletin))
          const told = changes.topics[topic]
          if (named.size === 0) expect(told).toBeUndefined()
          else if (named.size > maxNamed || named.has(null)) expect(told).toBeNull()
          else expect(told?.toSorted()).toEqual([...named].toSorted())
        }
      }),
    )
  })
})
